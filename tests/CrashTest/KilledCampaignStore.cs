using WhatsCommerce;
using WhatsCommerce.Messages;

namespace CrashTest;

/// <summary>A store around which the process ends: when messages are taken, before results are stored, and after they are.</summary>
internal sealed class KilledCampaignStore(ICampaignStore store, KillSwitch kill) : ICampaignStore
{
    public ValueTask<CampaignRecord> StartAsync(CampaignKey key, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        store.StartAsync(key, now, cancellationToken);

    public ValueTask<CampaignRecord?> FindAsync(CampaignKey key, CancellationToken cancellationToken = default) =>
        store.FindAsync(key, cancellationToken);

    public ValueTask<bool> SetStateAsync(
        CampaignKey key,
        CampaignState state,
        string? reason,
        IReadOnlyCollection<CampaignState> from,
        DateTimeOffset now,
        CancellationToken cancellationToken = default) => store.SetStateAsync(key, state, reason, from, now, cancellationToken);

    public async ValueTask<IReadOnlySet<string>> ClaimAsync(CampaignClaim claim, CancellationToken cancellationToken = default)
    {
        IReadOnlySet<string> taken = await store.ClaimAsync(claim, cancellationToken);
        if (taken.Count > 0)
        {
            kill.Pass("claimed");
        }

        return taken;
    }

    public ValueTask<IReadOnlySet<string>> ClaimFallbacksAsync(CampaignClaim claim, CancellationToken cancellationToken = default) =>
        store.ClaimFallbacksAsync(claim, cancellationToken);

    public ValueTask RenewAsync(CampaignKey key, Guid owner, DateTimeOffset leaseUntil, CancellationToken cancellationToken = default) =>
        store.RenewAsync(key, owner, leaseUntil, cancellationToken);

    public async ValueTask SettleAsync(
        CampaignKey key,
        Guid owner,
        IReadOnlyList<CampaignOutcome> outcomes,
        DateTimeOffset now,
        CancellationToken cancellationToken = default)
    {
        if (outcomes.Count > 0)
        {
            kill.Pass("settling");
        }

        await store.SettleAsync(key, owner, outcomes, now, cancellationToken);
        if (outcomes.Count > 0)
        {
            kill.Pass("settled");
        }
    }

    public ValueTask<long> ReopenAsync(
        CampaignKey key,
        CampaignMessageState state,
        string? id,
        int? errorCode,
        DateTimeOffset now,
        CancellationToken cancellationToken = default) => store.ReopenAsync(key, state, id, errorCode, now, cancellationToken);

    public ValueTask<bool> ResolveAsync(
        CampaignKey key, string id, string message, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        store.ResolveAsync(key, id, message, now, cancellationToken);

    public ValueTask<bool> RecordAsync(DeliveryReport report, CancellationToken cancellationToken = default) =>
        store.RecordAsync(report, cancellationToken);

    public ValueTask<IReadOnlyList<CampaignCount>> CountAsync(CampaignKey key, CancellationToken cancellationToken = default) =>
        store.CountAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<CampaignEntry>> ListAsync(
        CampaignKey key, CampaignMessageState? state, string? after, int limit, CancellationToken cancellationToken = default) =>
        store.ListAsync(key, state, after, limit, cancellationToken);

    public ValueTask DeleteAsync(CampaignKey key, CancellationToken cancellationToken = default) =>
        store.DeleteAsync(key, cancellationToken);
}
