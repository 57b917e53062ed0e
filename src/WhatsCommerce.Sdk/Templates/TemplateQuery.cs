namespace WhatsCommerce.Templates;

/// <summary>The filter of a template list, and the requested fields.</summary>
/// <remarks>Source: Meta, WhatsApp Business Account message_templates, parameters of the reading call.</remarks>
public sealed record TemplateQuery
{
    /// <summary>The name or a part of it: Meta also returns templates whose names contain it.</summary>
    public string? Name { get; init; }

    /// <summary>Text that the name or the content contains.</summary>
    public string? NameOrContent { get; init; }

    /// <summary>The statuses to include; all if empty.</summary>
    public IReadOnlyList<TemplateStatus> Statuses { get; init => field = [.. value]; } = [];

    /// <summary>The categories to include; all if empty.</summary>
    public IReadOnlyList<TemplateCategory> Categories { get; init => field = [.. value]; } = [];

    /// <summary>The languages to include, such as <c>en_US</c>; all if empty.</summary>
    public IReadOnlyList<string> Languages { get; init => field = [.. value]; } = [];

    /// <summary>The quality ratings to include; all if empty.</summary>
    public IReadOnlyList<TemplateQuality> Qualities { get; init => field = [.. value]; } = [];

    /// <summary>
    /// The wire names of the requested fields (<c>status</c>, <c>components</c>); <see langword="null"/> for those that
    /// <see cref="MessageTemplate"/> has properties for, except those that must be requested explicitly.
    /// </summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>The number of templates per request; 100 by default.</summary>
    public int? PageSize { get; init; }

    /// <summary>Requests a page of the matching templates.</summary>
    internal Task<PageResponse<MessageTemplate>> ListAsync(
        ITemplateApi api, BusinessAccountId account, int limit, string? after, CancellationToken cancellationToken) => api.List(
            account,
            FieldsOf(Fields),
            Name,
            NameOrContent,
            List(Statuses),
            List(Categories),
            List(Languages),
            List(Qualities),
            limit,
            after,
            cancellationToken);

    internal static string FieldsOf(IReadOnlyList<string>? fields) =>
        fields is { Count: > 0 } ? string.Join(',', fields) : MessageTemplate.Fields;

    private static string? List<T>(IReadOnlyList<T> values) => values.Count == 0 ? null : string.Join(',', values);
}
