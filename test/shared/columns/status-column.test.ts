import { describe, expect, it } from 'vitest';
import { findStatusColumn } from '../../../shared/columns/status-column.ts';

describe('the column that says how far somebody is', () => {
  it.each([
    ['Name,Mobile,Stage', 'Stage'],
    ['Lead Owner,Lead Status,Phone', 'Lead Status'],
    ['Opportunity Name,Stage,Close Date,Stage Duration', 'Stage'],
    ['Deal Stage,Status', 'Deal Stage'],
    ['Disposition,Lead Stage', 'Lead Stage'],
    ['Disposition,Sub Disposition', 'Disposition'],
    ['LifecycleStage', 'LifecycleStage'],
    ['leadstatus_date,lead_status', 'lead_status'],
    ['Vehicle Status,Status', 'Status'],
    ['Loan Status,Due Amount', 'Loan Status'],
    ['नाम,मोबाइल,स्थिति', 'स्थिति'],
    ['लीड स्टेटस,फोन', 'लीड स्टेटस'],
    ['नाम,चरण,स्थिति', 'चरण'],
  ])('of %s is %s', (line, expected) => {
    const headings = line.split(',');
    expect(headings[findStatusColumn(headings, []) ?? -1]).toBe(expected);
  });

  it.each([
    'Name,Mobile,City,Due Amount',
    'State,Phone Status,Email Status,DND Status',
    'Call Status,Last Call Disposition,Calling Status',
    'Status Date,Stage Changed On,Status Reason,Days in Stage',
    'Previous Stage,Old Status,Marital Status',
    'पिछली स्थिति,स्थिति दिनांक',
    '',
  ])('is none of %s', (line) => {
    expect(findStatusColumn(line.split(','), [])).toBeNull();
  });

  it('is none that holds the numbers', () => {
    expect(findStatusColumn(['Name', 'Stage'], [1])).toBeNull();
  });
});
