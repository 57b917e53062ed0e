namespace WhatsCommerce.Analytics;

/// <summary>
/// Reads the analytics of a WhatsApp Business account: messages, conversations, prices, calls, groups, templates. Available as
/// <see cref="WhatsCommerceClient.Analytics"/>.
/// </summary>
/// <remarks>
/// If no account is given, the client's own is used. No request is sent before a stream is enumerated; an invalid query throws immediately.
/// Meta returns messaging, conversation, pricing and call analytics in one response, so use a short period with a granularity of half
/// hours; those of templates and groups are returned page by page. Figures are approximate; they are not an invoice. Source: Meta,
/// analytics.
/// </remarks>
public class AnalyticsClient
{
    private const string Daily = "DAILY";

    private readonly GraphTransport _transport = null!;

    private IAnalyticsApi Api => field ??= GraphApi.Create<IAnalyticsApi>(_transport, AnalyticsJson.Default);

    internal AnalyticsClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the methods.</summary>
    protected AnalyticsClient() { }

    /// <summary>Gets the number of messages that were sent and delivered.</summary>
    /// <param name="query">The period and the granularity.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    /// <exception cref="WhatsCommerceValidationException">The query violates a rule; no request was sent.</exception>
    /// <exception cref="GraphException">While it is enumerated: Meta rejected the request, or could not be reached.</exception>
    public virtual IAsyncEnumerable<MessagingDataPoint> GetMessagingAsync(
        MessagingAnalyticsQuery query, BusinessAccountId accountId = default, CancellationToken cancellationToken = default) =>
        ReadAsync(query, accountId, static response => response.Analytics?.DataPoints ?? [], cancellationToken);

    /// <summary>Gets the number of conversations, and their approximate costs.</summary>
    /// <param name="query">The period, the granularity and the dimensions.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    /// <exception cref="WhatsCommerceValidationException">The query violates a rule; no request was sent.</exception>
    /// <exception cref="GraphException">While it is enumerated: Meta rejected the request, or could not be reached.</exception>
    public virtual IAsyncEnumerable<ConversationDataPoint> GetConversationsAsync(
        ConversationAnalyticsQuery query, BusinessAccountId accountId = default, CancellationToken cancellationToken = default) =>
        ReadAsync(query, accountId, static response => response.ConversationAnalytics?.Points ?? [], cancellationToken);

    /// <summary>Gets the costs of delivered messages.</summary>
    /// <param name="query">The period, the granularity and the dimensions.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    /// <exception cref="WhatsCommerceValidationException">The query violates a rule; no request was sent.</exception>
    /// <exception cref="GraphException">While it is enumerated: Meta rejected the request, or could not be reached.</exception>
    public virtual IAsyncEnumerable<PricingDataPoint> GetPricingAsync(
        PricingAnalyticsQuery query, BusinessAccountId accountId = default, CancellationToken cancellationToken = default) =>
        ReadAsync(query, accountId, static response => response.PricingAnalytics?.Points ?? [], cancellationToken);

    /// <summary>Gets the number of calls, their duration and their costs.</summary>
    /// <param name="query">The period, the granularity and the dimensions.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    /// <exception cref="WhatsCommerceValidationException">The query violates a rule; no request was sent.</exception>
    /// <exception cref="GraphException">While it is enumerated: Meta rejected the request, or could not be reached.</exception>
    public virtual IAsyncEnumerable<CallDataPoint> GetCallsAsync(
        CallAnalyticsQuery query, BusinessAccountId accountId = default, CancellationToken cancellationToken = default) =>
        ReadAsync(query, accountId, static response => response.CallAnalytics?.Points ?? [], cancellationToken);

    /// <summary>
    /// Gets the number of messages sent, delivered and read in a group, and of participants who joined and left, per day.
    /// </summary>
    /// <param name="query">The group and the days.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">An id is absent or not a valid Meta id.</exception>
    /// <exception cref="WhatsCommerceValidationException">The query violates a rule; no request was sent.</exception>
    /// <exception cref="GraphException">While it is enumerated: Meta rejected the request, or could not be reached.</exception>
    public virtual IAsyncEnumerable<GroupDataPoint> GetGroupsAsync(
        GroupAnalyticsQuery query, BusinessAccountId accountId = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Check(_transport.Services.Time);
        BusinessAccountId account = _transport.OwnAccount(accountId);
        return FlattenAsync(
            (limit, after, token) => Api.GetChatGroups(
                account, Seconds(query.Start), Seconds(query.End), Daily, query.GroupList, query.MetricList, limit, after, token),
            cancellationToken);
    }

    /// <summary>Gets how often templates were sent, delivered, read and clicked, per day.</summary>
    /// <param name="query">The templates and the days.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">An id is not a valid Meta id.</exception>
    /// <exception cref="WhatsCommerceValidationException">The query violates a rule; no request was sent.</exception>
    /// <exception cref="GraphException">While it is enumerated: Meta rejected the request (analytics not confirmed), or could not be
    /// reached.</exception>
    public virtual IAsyncEnumerable<TemplateDataPoint> GetTemplatesAsync(
        TemplateAnalyticsQuery query, BusinessAccountId accountId = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Check("template_ids", AnalyticsLimits.Templates, _transport.Services.Time);
        BusinessAccountId account = _transport.OwnAccount(accountId);
        bool? usesAccountTimeZone = query.UseAccountTimeZone ? true : null;
        (string start, string end) = (Day(query.Start), Day(query.End));
        return FlattenAsync(
            (limit, after, token) => Api.GetTemplates(
                account, start, end, Daily, query.IdList, query.MetricList, query.ProductType, usesAccountTimeZone, limit, after, token),
            cancellationToken);
    }

    /// <summary>Gets how often the templates of template groups were sent, delivered, read and clicked, per day.</summary>
    /// <param name="query">The template groups and the days.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">An id is not a valid Meta id.</exception>
    /// <exception cref="WhatsCommerceValidationException">The query violates a rule; no request was sent.</exception>
    /// <exception cref="GraphException">While it is enumerated: Meta rejected the request (analytics not confirmed), or could not be
    /// reached.</exception>
    public virtual IAsyncEnumerable<TemplateDataPoint> GetTemplateGroupsAsync(
        TemplateAnalyticsQuery query, BusinessAccountId accountId = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Check("template_group_ids", AnalyticsLimits.TemplateGroups, _transport.Services.Time);
        BusinessAccountId account = _transport.OwnAccount(accountId);
        bool? usesAccountTimeZone = query.UseAccountTimeZone ? true : null;
        (string start, string end) = (Day(query.Start), Day(query.End));
        return FlattenAsync(
            (limit, after, token) => Api.GetGroups(
                account, start, end, Daily, query.IdList, query.MetricList, usesAccountTimeZone, limit, after, token),
            cancellationToken);
    }

    /// <summary>
    /// Confirms template analytics for an account, permanently: Meta then counts reads and clicks of its templates, and may use anonymized
    /// chats. This cannot be undone.
    /// </summary>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual Task ConfirmTemplateAnalyticsAsync(
        BusinessAccountId accountId = default, CancellationToken cancellationToken = default) =>
        Api.Confirm(_transport.OwnAccount(accountId), isEnabled: true, cancellationToken);

    private IAsyncEnumerable<T> ReadAsync<T>(
        AnalyticsQuery query,
        BusinessAccountId accountId,
        Func<AnalyticsResponse, IEnumerable<T>> points,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Check(_transport.Services.Time);
        return EnumerateAsync(_transport.OwnAccount(accountId), query.ToField(), points, cancellationToken);
    }

    private async IAsyncEnumerable<T> EnumerateAsync<T>(
        BusinessAccountId account,
        string field,
        Func<AnalyticsResponse, IEnumerable<T>> points,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AnalyticsResponse response = await Api.Get(account, field, cancellationToken).ConfigureAwait(false);
        foreach (T point in points(response))
        {
            yield return point;
        }
    }

    private async IAsyncEnumerable<T> FlattenAsync<T>(
        Func<int, string?, CancellationToken, Task<PageResponse<PointList<T>>>> next,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (PointList<T> list in _transport.List(next, cancellationToken).ConfigureAwait(false))
        {
            foreach (T point in list.DataPoints ?? [])
            {
                yield return point;
            }
        }
    }

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
