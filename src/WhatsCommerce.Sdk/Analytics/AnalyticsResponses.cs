namespace WhatsCommerce.Analytics;

/// <summary>The JSON of an account with the requested analytics. Without any data Meta omits the field.</summary>
internal sealed record AnalyticsResponse(
    MessagingPoints? Analytics,
    PointLists<ConversationDataPoint>? ConversationAnalytics,
    PointLists<PricingDataPoint>? PricingAnalytics,
    PointLists<CallDataPoint>? CallAnalytics)
    : IGraphResponse
{
    bool IGraphResponse.IsComplete => true;
}

internal sealed record MessagingPoints(IReadOnlyList<MessagingDataPoint>? DataPoints);

/// <summary>
/// Points in lists: <c>{"data": [{"data_points": [...]}]}</c>. Meta's pages show those of calls in this way, and in one list without the
/// nesting.
/// </summary>
internal sealed record PointLists<T>(IReadOnlyList<PointList<T>>? Data, IReadOnlyList<T>? DataPoints)
{
    public IEnumerable<T> Points => (Data ?? []).SelectMany(list => list.DataPoints ?? []).Concat(DataPoints ?? []);
}

internal sealed record PointList<T>(IReadOnlyList<T>? DataPoints);

/// <summary>The JSON of the confirmation: Meta's page shows the id of the account, its OpenAPI description <c>success</c>.</summary>
internal sealed record ConfirmationResponse(bool? Success) : IGraphResponse
{
    bool IGraphResponse.IsComplete => Success != false;
}
