using Microsoft.Extensions.Logging.Abstractions;

namespace WhatsCommerce.Messages;

/// <summary>
/// Sends messages to many customers over hours or days: stores the progress, survives restarts, can be paused from any instance, and never
/// sends a message twice.
/// </summary>
/// <remarks>
/// <para>Registered by <c>services.AddWhatsCommerceCampaigns()</c>. Each message has an id of yours; run the campaign again with the same
/// sequence to continue where it ended. Several instances may run one campaign at the same time, since each claims its own messages.</para>
/// <para>Every message is sent once, with a <see cref="SendOptions.OnceKey"/> that is derived from the ids of campaign and message and
/// replaces that of the message's options. A message with an unknown outcome is not sent again.</para>
/// <para>Its members are virtual, so that a test can replace them.</para>
/// </remarks>
public class Campaigns
{
    private const int PageSize = 500;

    private static readonly CampaignState[] Resumable = [CampaignState.Paused, CampaignState.Stopped];
    private static readonly CampaignState[] Cancelable = [CampaignState.Running, CampaignState.Paused, CampaignState.Stopped];

    private readonly MessagesClient _client = null!;
    private readonly ICampaignStore _store = null!;
    private readonly IMarketingPreferences _preferences = null!;
    private readonly ISendLedger _ledger = null!;
    private readonly ILogger _logger = null!;

    /// <summary>Initializes campaigns of a client.</summary>
    /// <param name="client">Sends the messages, from its number: <see cref="WhatsCommerceClient.Messages"/>.</param>
    /// <param name="store">Stores the progress.</param>
    /// <param name="preferences">Knows which customers opted out of marketing messages.</param>
    /// <param name="ledger">The ledger of the client's sends; must be as durable as the store.</param>
    /// <param name="logger">Logs when a campaign is stopped.</param>
    public Campaigns(
        MessagesClient client,
        ICampaignStore store,
        IMarketingPreferences preferences,
        ISendLedger ledger,
        ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(preferences);
        ArgumentNullException.ThrowIfNull(ledger);
        _client = client;
        _store = store;
        _preferences = preferences;
        _ledger = ledger;
        _logger = logger ?? NullLogger.Instance;
    }

    /// <summary>Initializes a test double that overrides the methods.</summary>
    protected Campaigns() { }

    /// <summary>Gets the campaigns of another client (another number, or a tenant) in the same store.</summary>
    /// <param name="client">The client that sends: its <see cref="WhatsCommerceClient.Messages"/>.</param>
    public virtual Campaigns For(MessagesClient client) => new(client, _store, _preferences, _ledger, _logger);

    /// <summary>
    /// Sends the messages of a sequence that have not been sent yet, and returns the progress. Returns at once when the campaign is paused,
    /// stopped or canceled, or becomes so.
    /// </summary>
    /// <remarks>
    /// <para>The sequence is read as messages are sent, so it may have any length; it must contain the same messages each time. Messages
    /// that another instance is sending, or that failed for a transient reason, are <see cref="CampaignReport.Open"/> at the end: run the
    /// campaign again later.</para>
    /// </remarks>
    /// <param name="campaign">Your id of the campaign, at most <see cref="CampaignKey.MaxIdLength"/> characters.</param>
    /// <param name="messages">The messages, each with a unique id; if an id is repeated, the first message counts.</param>
    /// <param name="options">The options; the defaults if omitted.</param>
    /// <param name="cancellationToken">
    /// Ends the run: requests that are being sent are aborted, so that their outcome may be unknown, and the rest stays open. The campaign
    /// itself stays as it is. <see cref="PauseAsync"/> ends a run without aborting requests.
    /// </param>
    /// <returns>The report, over all runs and instances.</returns>
    /// <exception cref="ArgumentException">The id is blank or too long, or one of the messages is null.</exception>
    /// <exception cref="OperationCanceledException">The run was canceled.</exception>
    public virtual async Task<CampaignReport> RunAsync(
        string campaign,
        IAsyncEnumerable<CampaignMessage> messages,
        CampaignOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        CampaignKey key = KeyOf(campaign);
        CampaignRecord record = await _store.StartAsync(key, Now, cancellationToken).ConfigureAwait(false);
        if (record.State == CampaignState.Running)
        {
            using CampaignRun run = new(_client, _store, _preferences, _logger, key, options ?? new CampaignOptions());
            await run.RunAsync(messages, cancellationToken).ConfigureAwait(false);
        }

        return await ReportAsync(key, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The campaign was deleted while it ran.");
    }

    /// <inheritdoc cref="RunAsync(string, IAsyncEnumerable{CampaignMessage}, CampaignOptions?, CancellationToken)"/>
    public virtual Task<CampaignReport> RunAsync(
        string campaign,
        IEnumerable<CampaignMessage> messages,
        CampaignOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return RunAsync(campaign, SendMany.ToAsync(messages), options, cancellationToken);
    }

    /// <summary>Gets the progress of a campaign.</summary>
    /// <param name="campaign">Your id of the campaign.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The report; <see langword="null"/> when there is no such campaign.</returns>
    public virtual Task<CampaignReport?> FindReportAsync(string campaign, CancellationToken cancellationToken = default) =>
        ReportAsync(KeyOf(campaign), cancellationToken);

    /// <summary>Lists the messages of a campaign, in the order of their ids.</summary>
    /// <param name="campaign">Your id of the campaign.</param>
    /// <param name="state">The state of the messages to list; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    /// <returns>The messages, read page by page; none when there is no such campaign.</returns>
    public virtual async IAsyncEnumerable<CampaignEntry> ListAsync(
        string campaign, CampaignMessageState? state = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        CampaignKey key = KeyOf(campaign);
        string? after = null;
        IReadOnlyList<CampaignEntry> page;
        do
        {
            page = await _store.ListAsync(key, state, after, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (CampaignEntry entry in page)
            {
                yield return entry;
                after = entry.Id;
            }
        }
        while (page.Count == PageSize);
    }

    /// <summary>Pauses a campaign: all runs, in any instance, end within <see cref="CampaignOptions.CheckInterval"/>.</summary>
    /// <param name="campaign">Your id of the campaign.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it was running.</returns>
    public virtual Task<bool> PauseAsync(string campaign, CancellationToken cancellationToken = default) =>
        SetStateAsync(campaign, CampaignState.Paused, [CampaignState.Running], cancellationToken);

    /// <summary>Allows a campaign that was paused or stopped to be run again. It continues when it is run.</summary>
    /// <param name="campaign">Your id of the campaign.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it was paused or stopped.</returns>
    public virtual Task<bool> ResumeAsync(string campaign, CancellationToken cancellationToken = default) =>
        SetStateAsync(campaign, CampaignState.Running, Resumable, cancellationToken);

    /// <summary>
    /// Cancels a campaign permanently: all runs, in any instance, end within <see cref="CampaignOptions.CheckInterval"/>.
    /// </summary>
    /// <param name="campaign">Your id of the campaign.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it was neither completed nor canceled.</returns>
    public virtual Task<bool> CancelAsync(string campaign, CancellationToken cancellationToken = default) =>
        SetStateAsync(campaign, CampaignState.Canceled, Cancelable, cancellationToken);

    /// <summary>
    /// Reopens messages that were not sent, once the cause is fixed. The next run sends them; until then, a completed campaign is running
    /// again.
    /// </summary>
    /// <param name="campaign">Your id of the campaign.</param>
    /// <param name="errorCode">The code of Meta's error; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of reopened messages.</returns>
    public virtual async Task<long> ReopenAsync(
        string campaign, int? errorCode = null, CancellationToken cancellationToken = default) =>
        await ReopenAsync(KeyOf(campaign), CampaignMessageState.NotSent, id: null, errorCode, cancellationToken).ConfigureAwait(false);

    /// <summary>Resolves a message with an unknown outcome, after you have found out whether it was sent.</summary>
    /// <param name="campaign">Your id of the campaign.</param>
    /// <param name="id">Your id of the message.</param>
    /// <param name="sentAs">The id that Meta gave the message; absent if it was not sent, so that the next run sends it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether its outcome was unknown.</returns>
    public virtual async Task<bool> ResolveAsync(
        string campaign, string id, MessageId sentAs, CancellationToken cancellationToken = default)
    {
        CampaignKey key = KeyOf(campaign);
        if (key.From.HasValue)
        {
            // The ledger first, since it decides whether the message is sent again. Of message and fallback, the one that is not open there
            // is left alone.
            await _ledger.ResolveAsync(new SendKey(key.From, key.OnceKeyOf(id)), sentAs, cancellationToken).ConfigureAwait(false);
            await _ledger.ResolveAsync(new SendKey(key.From, key.FallbackKeyOf(id)), sentAs, cancellationToken).ConfigureAwait(false);
        }

        return sentAs.HasValue
            ? await _store.ResolveAsync(key, id, DeliveryReport.HashOf(sentAs), Now, cancellationToken).ConfigureAwait(false)
            : await ReopenAsync(key, CampaignMessageState.Unknown, id, errorCode: null, cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <summary>
    /// Deletes a campaign with all of its stored data. Statuses of its messages are no longer counted, and a new campaign with the same id
    /// sends only messages that the ledger of sends has forgotten.
    /// </summary>
    /// <param name="campaign">Your id of the campaign; it must not be running.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual async Task DeleteAsync(string campaign, CancellationToken cancellationToken = default) =>
        await _store.DeleteAsync(KeyOf(campaign), cancellationToken).ConfigureAwait(false);

    private DateTimeOffset Now => _client.Time.GetUtcNow();

    private CampaignKey KeyOf(string campaign) => new(_client.From, campaign);

    private async Task<long> ReopenAsync(
        CampaignKey key, CampaignMessageState state, string? id, int? errorCode, CancellationToken cancellationToken)
    {
        long opened = await _store.ReopenAsync(key, state, id, errorCode, Now, cancellationToken).ConfigureAwait(false);
        if (opened > 0)
        {
            // An app that runs its campaigns until they are completed would not run this one again.
            await _store.SetStateAsync(key, CampaignState.Running, reason: null, [CampaignState.Completed], Now, cancellationToken)
                .ConfigureAwait(false);
        }

        return opened;
    }

    private async Task<bool> SetStateAsync(
        string campaign, CampaignState state, CampaignState[] from, CancellationToken cancellationToken) =>
        await _store.SetStateAsync(KeyOf(campaign), state, reason: null, from, Now, cancellationToken).ConfigureAwait(false);

    private async Task<CampaignReport?> ReportAsync(CampaignKey key, CancellationToken cancellationToken) =>
        await _store.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } record
            ? CampaignCounts.ReportOf(key, record, await _store.CountAsync(key, cancellationToken).ConfigureAwait(false))
            : null;
}
