using WhatsCommerce.Http;

namespace WhatsCommerce.Analytics;

/// <summary>
/// The JSON of an account with the analytics that were asked for. Without any data Meta leaves the field out.
/// </summary>
internal sealed record AnalyticsAnswer(
    MessagingPoints? Analytics, PointLists<ConversationDataPoint>? ConversationAnalytics, PointLists<PricingDataPoint>? PricingAnalytics)
    : IGraphAnswer
{
    bool IGraphAnswer.IsComplete => true;
}

internal sealed record MessagingPoints(IReadOnlyList<MessagingDataPoint>? DataPoints);

/// <summary>Points in lists: <c>{"data": [{"data_points": [...]}]}</c>.</summary>
internal sealed record PointLists<T>(IReadOnlyList<PointList<T>>? Data)
{
    public IEnumerable<T> Points => (Data ?? []).SelectMany(list => list.DataPoints ?? []);
}

internal sealed record PointList<T>(IReadOnlyList<T>? DataPoints);

/// <summary>
/// The JSON of the confirmation: Meta's page shows the id of the account, its OpenAPI description <c>success</c>.
/// </summary>
internal sealed record ConfirmationAnswer(bool? Success) : IGraphAnswer
{
    bool IGraphAnswer.IsComplete => Success != false;
}
