using System.Collections.Frozen;

namespace WhatsCommerce.Messages;

/// <summary>Stores how far campaigns have come, by the caller's ids. Several instances may share one.</summary>
/// <remarks>
/// <para>It holds no recipient and no content, but hashes. When a task completes, its change must be durable.</para>
/// <para>It does not have to prevent that a message is sent twice, since the <see cref="ISendLedger"/> does: it must be as durable as this
/// store. Implementations must be thread-safe.</para>
/// </remarks>
public interface ICampaignStore : IDeliveryRecorder
{
    /// <summary>Adds a campaign unless it is there; a completed one is running again.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="now">What time it is.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The campaign as it is now.</returns>
    ValueTask<CampaignRecord> StartAsync(CampaignKey key, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Finds a campaign.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The campaign; <see langword="null"/> when there is none.</returns>
    ValueTask<CampaignRecord?> FindAsync(CampaignKey key, CancellationToken cancellationToken = default);

    /// <summary>Changes the state of a campaign.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="state">The new state.</param>
    /// <param name="reason">Why, for <see cref="CampaignState.Stopped"/>.</param>
    /// <param name="from">The states in which it may be.</param>
    /// <param name="now">What time it is.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether it was in one of those states.</returns>
    ValueTask<bool> SetStateAsync(
        CampaignKey key,
        CampaignState state,
        string? reason,
        IReadOnlyCollection<CampaignState> from,
        DateTimeOffset now,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes those messages that are new, open, or left by a run that is gone. Of several for one person the first one counts; the others
    /// are stored as <see cref="CampaignMessageState.Duplicate"/>.
    /// </summary>
    /// <param name="claim">The messages and the run.</param>
    /// <param name="cancellationToken">A token to cancel the operation; they may have been taken.</param>
    /// <returns>The ids of those that belong to the run now.</returns>
    ValueTask<IReadOnlySet<string>> ClaimAsync(CampaignClaim claim, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes those messages whose fallback is to be sent: they were sent, a status told that they failed with error 131047, and no fallback
    /// was sent; or a run took them for that and is gone, or gave them back. From then on statuses find them by the new
    /// <see cref="CampaignSlot.SendHash"/> only, and what is known of the delivery so far is dropped.
    /// </summary>
    /// <param name="claim">The messages and the run. Each slot has the key of the fallback's send.</param>
    /// <param name="cancellationToken">A token to cancel the operation; they may have been taken.</param>
    /// <returns>The ids of those that belong to the run now; none in a store that does not implement this.</returns>
    ValueTask<IReadOnlySet<string>> ClaimFallbacksAsync(CampaignClaim claim, CancellationToken cancellationToken = default) =>
        new(FrozenSet<string>.Empty);

    /// <summary>Renews the lease of all messages that a run has taken.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="owner">The id of the run.</param>
    /// <param name="leaseUntil">Until when they belong to it now.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask RenewAsync(CampaignKey key, Guid owner, DateTimeOffset leaseUntil, CancellationToken cancellationToken = default);

    /// <summary>
    /// Stores what became of messages, in one transaction. What belongs to another run by now is left alone, and so is the state of a
    /// message that a status has reported as sent meanwhile.
    /// </summary>
    /// <param name="key">The campaign.</param>
    /// <param name="owner">The id of the run.</param>
    /// <param name="outcomes">The messages; each id once.</param>
    /// <param name="now">What time it is.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask SettleAsync(
        CampaignKey key,
        Guid owner,
        IReadOnlyList<CampaignOutcome> outcomes,
        DateTimeOffset now,
        CancellationToken cancellationToken = default);

    /// <summary>Opens messages again, so that the next run takes them.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="state">The state in which they are.</param>
    /// <param name="id">The one message; <see langword="null"/> for all.</param>
    /// <param name="errorCode">Those with this code of Meta's error; <see langword="null"/> for all.</param>
    /// <param name="now">What time it is.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>How many were opened.</returns>
    ValueTask<long> ReopenAsync(
        CampaignKey key,
        CampaignMessageState state,
        string? id,
        int? errorCode,
        DateTimeOffset now,
        CancellationToken cancellationToken = default);

    /// <summary>Settles a message whose outcome is unknown: it was sent.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="id">Your id of the message.</param>
    /// <param name="messageHash">The hash of the id that Meta gave it: <see cref="DeliveryReport.HashOf"/>.</param>
    /// <param name="now">What time it is.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether its outcome was unknown.</returns>
    ValueTask<bool> ResolveAsync(
        CampaignKey key, string id, string messageHash, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Counts the messages of a campaign.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A count for each combination that occurs.</returns>
    ValueTask<IReadOnlyList<CampaignCount>> CountAsync(CampaignKey key, CancellationToken cancellationToken = default);

    /// <summary>Lists messages by their ids, page by page.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="state">Those in this state; <see langword="null"/> for all.</param>
    /// <param name="after">The last id of the page before; <see langword="null"/> for the first page.</param>
    /// <param name="limit">The most messages.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The messages; fewer than the limit at the end.</returns>
    ValueTask<IReadOnlyList<CampaignEntry>> ListAsync(
        CampaignKey key, CampaignMessageState? state, string? after, int limit, CancellationToken cancellationToken = default);

    /// <summary>Removes a campaign with its messages.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask DeleteAsync(CampaignKey key, CancellationToken cancellationToken = default);
}
