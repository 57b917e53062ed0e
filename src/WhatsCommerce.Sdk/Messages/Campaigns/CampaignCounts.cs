namespace WhatsCommerce.Messages;

/// <summary>Aggregates the counts of a store.</summary>
internal static class CampaignCounts
{
    public static CampaignReport ReportOf(CampaignKey key, CampaignRecord record, IReadOnlyList<CampaignCount> counts)
    {
        List<CampaignCount> sent = [.. counts.Where(count => count.State == CampaignMessageState.Sent)];
        List<CampaignCount> notSent = [.. counts.Where(count => count.State == CampaignMessageState.NotSent)];
        List<CampaignCount> failed = [.. sent.Where(count => count.Delivery == DeliveryProgress.Failed)];
        return new CampaignReport
        {
            Id = key.Id,
            State = record.State,
            Reason = record.Reason,
            CreatedAt = record.CreatedAt,
            Total = Sum(counts),
            Open = Sum(counts.Where(count => IsOpen(count.State))),
            Sent = Sum(sent),
            NotSent = Sum(notSent),
            Unknown = Sum(counts.Where(count => count.State == CampaignMessageState.Unknown)),
            HeldBack = Sum(counts.Where(count => count.State == CampaignMessageState.HeldBack)),
            Duplicates = Sum(counts.Where(count => count.State == CampaignMessageState.Duplicate)),
            Fallbacks = Sum(sent.Where(count => count.IsFallback)),
            FallbacksAfterFailure = Sum(sent.Where(count => count.IsFallbackAfterFailure)),
            Delivered = Sum(sent.Where(count => count.Delivery is DeliveryProgress.Delivered or DeliveryProgress.Read)),
            Read = Sum(sent.Where(count => count.Delivery == DeliveryProgress.Read)),
            Failed = Sum(failed),
            NotSentByCode = ByCode(notSent, static count => count.ErrorCode),
            FailedByCode = ByCode(failed, static count => count.DeliveryErrorCode),
        };
    }

    /// <summary>Whether messages are left to be sent, by this instance or another.</summary>
    public static bool AnyOpen(IReadOnlyList<CampaignCount> counts) => counts.Any(count => IsOpen(count.State));

    private static bool IsOpen(CampaignMessageState state) => state is CampaignMessageState.Open or CampaignMessageState.Claimed;

    private static long Sum(IEnumerable<CampaignCount> counts) => counts.Sum(count => count.Count);

    private static Dictionary<int, long> ByCode(IEnumerable<CampaignCount> counts, Func<CampaignCount, int?> code) =>
        counts.GroupBy(count => code(count) ?? 0).ToDictionary(group => group.Key, Sum);
}
