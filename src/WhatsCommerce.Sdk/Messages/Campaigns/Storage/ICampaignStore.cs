using System.Collections.Frozen;

namespace WhatsCommerce.Messages;

/// <summary>Stores the progress of campaigns, by the caller's ids. Several instances may share one store.</summary>
/// <remarks>
/// <para>It stores hashes, but neither recipients nor contents. When a task completes, its change must be durable.</para>
/// <para>It need not prevent duplicate sends, since the <see cref="ISendLedger"/> does, which must be as durable as this store.
/// Implementations must be thread-safe.</para>
/// </remarks>
public interface ICampaignStore : IDeliveryRecorder
{
    /// <summary>Adds a campaign if it does not exist; a completed one becomes running again.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="now">The current time.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The current state of the campaign.</returns>
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
    /// <param name="from">The states from which the change is allowed.</param>
    /// <param name="now">The current time.</param>
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
    /// Claims those messages that are new, open, or left by a crashed run. Of several messages for one person, the first one counts; the
    /// others are stored as <see cref="CampaignMessageState.Duplicate"/>.
    /// </summary>
    /// <param name="claim">The messages and the run.</param>
    /// <param name="cancellationToken">A token to cancel the operation; they may have been taken.</param>
    /// <returns>The ids of the messages that now belong to the run.</returns>
    ValueTask<IReadOnlySet<string>> ClaimAsync(CampaignClaim claim, CancellationToken cancellationToken = default);

    /// <summary>
    /// Claims those messages whose fallback must be sent: they were sent, a status reported error 131047, and no fallback was sent; or a
    /// run had claimed them for that and crashed, or released them. From then on statuses find them only by the new
    /// <see cref="CampaignSlot.SendHash"/>, and the previous delivery progress is dropped.
    /// </summary>
    /// <param name="claim">The messages and the run. Each slot has the key of the fallback's send.</param>
    /// <param name="cancellationToken">A token to cancel the operation; they may have been taken.</param>
    /// <returns>The ids of the messages that now belong to the run; none in a store that does not implement this.</returns>
    ValueTask<IReadOnlySet<string>> ClaimFallbacksAsync(CampaignClaim claim, CancellationToken cancellationToken = default) =>
        new(FrozenSet<string>.Empty);

    /// <summary>Renews the lease of all messages that a run has claimed.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="owner">The id of the run.</param>
    /// <param name="leaseUntil">When the new lease ends.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask RenewAsync(CampaignKey key, Guid owner, DateTimeOffset leaseUntil, CancellationToken cancellationToken = default);

    /// <summary>
    /// Stores the results of messages in one transaction. Skips messages that now belong to another run, and the state of messages that a
    /// status has meanwhile reported as sent.
    /// </summary>
    /// <param name="key">The campaign.</param>
    /// <param name="owner">The id of the run.</param>
    /// <param name="outcomes">The messages; each id once.</param>
    /// <param name="now">The current time.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask SettleAsync(
        CampaignKey key,
        Guid owner,
        IReadOnlyList<CampaignOutcome> outcomes,
        DateTimeOffset now,
        CancellationToken cancellationToken = default);

    /// <summary>Reopens messages, so that the next run claims them.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="state">The current state of the messages.</param>
    /// <param name="id">A single message; <see langword="null"/> for all.</param>
    /// <param name="errorCode">The code of Meta's error; <see langword="null"/> for all.</param>
    /// <param name="now">The current time.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The number of reopened messages.</returns>
    ValueTask<long> ReopenAsync(
        CampaignKey key,
        CampaignMessageState state,
        string? id,
        int? errorCode,
        DateTimeOffset now,
        CancellationToken cancellationToken = default);

    /// <summary>Marks a message with an unknown outcome as sent.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="id">Your id of the message.</param>
    /// <param name="messageHash">The hash of the id that Meta gave it: <see cref="DeliveryReport.HashOf"/>.</param>
    /// <param name="now">The current time.</param>
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
    /// <param name="state">The state of the messages; <see langword="null"/> for all.</param>
    /// <param name="after">The last id of the previous page; <see langword="null"/> for the first page.</param>
    /// <param name="limit">The maximum number of messages.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The messages; fewer than the limit on the last page.</returns>
    ValueTask<IReadOnlyList<CampaignEntry>> ListAsync(
        CampaignKey key, CampaignMessageState? state, string? after, int limit, CancellationToken cancellationToken = default);

    /// <summary>Removes a campaign with its messages.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask DeleteAsync(CampaignKey key, CancellationToken cancellationToken = default);
}
