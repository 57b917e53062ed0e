namespace WhatsCommerce.Templates;

/// <summary>
/// Represents a comparison of two templates: how often they were sent, and how often customers blocked the business afterwards.
/// </summary>
/// <remarks>Source: Meta, templates/template-comparison.</remarks>
public sealed record TemplateComparison
{
    /// <summary><c>BLOCK_RATE</c>: the templates, ordered by their block rate, lowest first.</summary>
    public IReadOnlyList<TemplateId> ByBlockRate { get; init; } = [];

    /// <summary><c>MESSAGE_SENDS</c>: the number of sends of each.</summary>
    public IReadOnlyDictionary<TemplateId, long> Sends { get; init; } = new Dictionary<TemplateId, long>();

    /// <summary><c>TOP_BLOCK_REASON</c>: the most frequent reason for blocks after each, such as <c>SPAM</c> or
    /// <c>NO_REASON_GIVEN</c>.</summary>
    public IReadOnlyDictionary<TemplateId, string> TopBlockReasons { get; init; } = new Dictionary<TemplateId, string>();
}

/// <summary>The JSON of one metric of a comparison.</summary>
internal sealed record ComparisonMetric(
    string? Metric,
    IReadOnlyList<TemplateId>? OrderByRelativeMetric,
    IReadOnlyList<ComparedNumber>? NumberValues,
    IReadOnlyList<ComparedText>? StringValues);

internal sealed record ComparedNumber(TemplateId Key, long? Value);
internal sealed record ComparedText(TemplateId Key, string? Value);

internal static class ComparisonResponses
{
    public static TemplateComparison ToComparison(this DataResponse<ComparisonMetric> response)
    {
        ComparisonMetric? Of(string name) => response.Data?.FirstOrDefault(metric => metric.Metric == name);
        return new()
        {
            ByBlockRate = Of("BLOCK_RATE")?.OrderByRelativeMetric ?? [],
            Sends = (Of("MESSAGE_SENDS")?.NumberValues ?? []).Where(item => item.Value is not null)
                .DistinctBy(item => item.Key).ToDictionary(item => item.Key, item => item.Value!.Value),
            TopBlockReasons = (Of("TOP_BLOCK_REASON")?.StringValues ?? []).Where(item => item.Value is not null)
                .DistinctBy(item => item.Key).ToDictionary(item => item.Key, item => item.Value!),
        };
    }
}
