using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Recovery;

/// <summary>Compares what a shop stored, told and reports with what happened.</summary>
internal sealed class HistoryVerdict(
    HistoryWorld world, List<StorefrontEvent> told, HistoryInstance instance, DateTimeOffset from, DateTimeOffset until)
{
    private readonly List<string> _findings = [.. world.Findings];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<IReadOnlyList<string>> JudgeAsync()
    {
        List<Reminder> reminders = [];
        foreach (HistoryCart cart in world.Carts)
        {
            IReadOnlyList<Reminder> all = await instance.Recovery.ListAsync(cart.Id, Stop);
            RecoverySequence? sequence = await instance.Store.FindSequenceAsync(instance.Shop.ShopId, cart.Id, Stop);
            reminders.AddRange(all);
            Claim(sequence is not null == cart.WasOnWhenItCame, $"Cart {cart.Id} has a sequence although it was off, or the other way.");
            Claim(sequence is null or { State: RecoveryState.Ended, DueAt: null }, $"The sequence of cart {cart.Id} has not ended.");
            Claim(sequence is null || all.Count > 0, $"Nothing was decided about cart {cart.Id}.");
            Claim(all.Select(one => one.Step).Distinct().Count() == all.Count, $"A step of cart {cart.Id} was decided twice.");
        }

        Claim(
            reminders.All(one => one.Outcome == ReminderOutcome.Skipped == (one.Reason is not null)),
            "A reminder that was skipped has no reason, or one that was sent has one.");
        HashSet<ReminderId> sent = IdsOf(ReminderOutcome.Sent);
        HashSet<ReminderId> unknown = IdsOf(ReminderOutcome.Unknown);
        Claim(sent.IsSubsetOf(world.Posted), "A reminder counts as sent that never was.");
        Claim(
            sent.Union(unknown).ToHashSet().SetEquals(world.Begun.Except(world.Refused)),
            "What was begun is neither sent nor unknown, or the other way round.");
        Claim(world.Posted.Except(unknown).ToHashSet().SetEquals(sent), "What was posted does not count as sent.");
        Claim(
            world.Refused.SetEquals(reminders.Where(one => one.Reason == SkipReason.Refused).Select(one => one.Id)),
            "What Meta refused has another reason.");
        JudgeEvents(reminders, sent);
        JudgeReport(reminders, await instance.Recovery.ReportAsync(from, until, Stop));
        return _findings;

        HashSet<ReminderId> IdsOf(ReminderOutcome outcome) =>
            [.. reminders.Where(one => one.Outcome == outcome).Select(one => one.Id)];
    }

    private void JudgeEvents(List<Reminder> reminders, HashSet<ReminderId> sent)
    {
        Claim(
            told.OfType<ReminderSent>().Select(one => one.ReminderId).Order(ById).SequenceEqual(sent.Order(ById)),
            "The events tell of other reminders that were sent.");
        Claim(
            told.OfType<ReminderSkipped>().Select(one => (one.ReminderId.Value, one.Reason)).Order().SequenceEqual(
                reminders.Where(one => one.Reason is not null).Select(one => (one.Id.Value, one.Reason!.Value)).Order()),
            "The events tell of other reminders that were skipped.");
        Claim(
            told.OfType<CartAbandoned>().Select(one => one.CartId).Distinct().Count() == told.OfType<CartAbandoned>().Count(),
            "A cart was abandoned twice.");
    }

    private void JudgeReport(List<Reminder> reminders, RecoveryReport report)
    {
        foreach (ReminderStepReport step in report.Steps)
        {
            Reminder[] all = [.. reminders.Where(one => one.Step == step.Step)];
            Claim(step.Due == all.Length, "The report counts another number that was due.");
            Claim(step.Due == step.Sent + step.Unknown + step.Skipped.Values.Sum(), "The parts of the report are not its whole.");
            Claim(
                step.Skipped.OrderBy(pair => pair.Key).SequenceEqual(
                    all.Where(one => one.Reason is not null)
                        .GroupBy(one => one.Reason!.Value)
                        .Select(group => KeyValuePair.Create(group.Key, group.Count()))
                        .OrderBy(pair => pair.Key)),
                "The report counts other reasons.");
            Claim(step.Delivered == all.Count(one => world.Delivered.Contains(one.Id)), "The report counts others that were delivered.");
            Claim(step.Read == all.Count(one => world.Read.Contains(one.Id)), "The report counts others that were read.");
            Claim(step.Opened == all.Count(one => world.Opened.Contains(one.Id)), "The report counts others that were opened.");
            Claim(step.Replied == all.Count(one => world.Replied.Contains(one.Id)), "The report counts others that were answered.");
            Claim(
                step.Paid == told.OfType<CartRecovered>().Count(one => all.Any(reminder => reminder.Id == one.ReminderId)),
                "The report counts other orders than the events tell of.");
        }

        Claim(report.Steps.Sum(step => step.Due) == reminders.Count, "The report lacks a step.");
        foreach (OrderPlaced placed in told.OfType<OrderPlaced>())
        {
            JudgeCredit(placed, reminders);
        }

        int reminded = reminders.Where(one => one.Outcome != ReminderOutcome.Skipped).Select(one => one.CartId).Distinct().Count();
        int heldOut = reminders.Where(one => one.Reason == SkipReason.HeldOut).Select(one => one.CartId).Distinct().Count();
        Claim(report.Reminded.Carts == reminded, "The report counts other carts that were reminded of.");
        Claim(report.HeldOut.Carts == heldOut, "The report counts other carts of the hold-out group.");
    }

    /// <summary>An order belongs to the last reminder of its customer's cart that was followed within three days, or to none.</summary>
    private void JudgeCredit(OrderPlaced placed, List<Reminder> reminders)
    {
        CartRecovered? recovered = told.OfType<CartRecovered>().SingleOrDefault(one => one.OrderId == placed.OrderId);
        if (recovered is null)
        {
            return;
        }

        Reminder credited = reminders.Single(one => one.Id == recovered.ReminderId);
        Claim(
            credited.Customer == placed.Customer && world.FollowedAt.ContainsKey(credited.Id) && credited.PaidAt == placed.At
                && credited.Revenue == placed.Total,
            "An order was credited to a reminder that nobody followed.");
    }

    private static Comparer<ReminderId> ById { get; } =
        Comparer<ReminderId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value));

    private void Claim(bool isTrue, string finding)
    {
        if (!isTrue)
        {
            _findings.Add(finding);
        }
    }
}
