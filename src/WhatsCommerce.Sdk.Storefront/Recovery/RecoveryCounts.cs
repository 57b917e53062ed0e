namespace WhatsCommerce.Storefronts;

/// <summary>Creates a report from the totals of a store.</summary>
internal static class RecoveryCounts
{
    public static RecoveryReport ReportOf(RecoveryTotals totals, DateTimeOffset from, DateTimeOffset until) => new()
    {
        From = from,
        Until = until,
        Steps = [.. totals.Reminders.GroupBy(row => row.Step).OrderBy(rows => rows.Key).Select(rows => StepOf(rows.Key, [.. rows]))],
        Reminded = GroupOf([.. totals.Carts.Where(row => !row.IsHeldOut)]),
        HeldOut = GroupOf([.. totals.Carts.Where(row => row.IsHeldOut)]),
    };

    private static ReminderStepReport StepOf(ReminderStep step, IReadOnlyList<ReminderTotal> rows) => new()
    {
        Step = step,
        Due = rows.Sum(row => row.Count),
        Sent = rows.Where(row => row.Outcome == ReminderOutcome.Sent).Sum(row => row.Count),
        Unknown = rows.Where(row => row.Outcome is ReminderOutcome.Unknown or ReminderOutcome.Sending).Sum(row => row.Count),
        Skipped = rows.Where(row => row.Reason is not null)
            .GroupBy(row => row.Reason!.Value)
            .ToDictionary(group => group.Key, group => group.Sum(row => row.Count)),
        Delivered = rows.Sum(row => row.Delivered),
        Read = rows.Sum(row => row.Read),
        Replied = rows.Sum(row => row.Replied),
        Opened = rows.Sum(row => row.Opened),
        Paid = rows.Sum(row => row.Paid),
        Revenue = SumsOf(rows.Select(row => row.Revenue)),
    };

    private static RecoveryGroup GroupOf(IReadOnlyList<RecoveryCartTotal> rows) => new()
    {
        Carts = rows.Sum(row => row.Count),
        Paid = rows.Sum(row => row.Paid),
        Revenue = SumsOf(rows.Select(row => row.Revenue)),
    };

    private static IReadOnlyList<Money> SumsOf(IEnumerable<Money?> amounts) =>
    [
        .. amounts.OfType<Money>()
            .GroupBy(amount => amount.Currency)
            .Select(group => group.Aggregate((sum, amount) => sum + amount))
            .OrderBy(sum => sum.Currency.Code, StringComparer.Ordinal),
    ];
}
