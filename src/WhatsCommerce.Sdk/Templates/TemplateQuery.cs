using WhatsCommerce.Http;

namespace WhatsCommerce.Templates;

/// <summary>The filter of a template list, and the requested fields.</summary>
/// <remarks>Source: Meta, WhatsApp Business Account message_templates, parameters of the reading call.</remarks>
public sealed record TemplateQuery
{
    /// <summary>The name or a part of it: Meta also returns templates whose names contain it.</summary>
    public string? Name { get; init; }

    /// <summary>Text that the name or the content contains.</summary>
    public string? NameOrContent { get; init; }

    /// <summary>Only those with one of these statuses.</summary>
    public IReadOnlyList<TemplateStatus> Statuses { get; init => field = [.. value]; } = [];

    /// <summary>Only those of one of these categories.</summary>
    public IReadOnlyList<TemplateCategory> Categories { get; init => field = [.. value]; } = [];

    /// <summary>Only those in one of these languages, such as <c>en_US</c>.</summary>
    public IReadOnlyList<string> Languages { get; init => field = [.. value]; } = [];

    /// <summary>Only those with one of these quality ratings.</summary>
    public IReadOnlyList<TemplateQuality> Qualities { get; init => field = [.. value]; } = [];

    /// <summary>
    /// The fields by their names on the wire (<c>status</c>, <c>components</c>); <see langword="null"/> for those that
    /// <see cref="MessageTemplate"/> has properties for, but for what it says is only told when asked for.
    /// </summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>The number of templates per request; 100 by default.</summary>
    public int? PageSize { get; init; }

    /// <summary>Asks for a page of what is meant.</summary>
    internal Task<PageAnswer<MessageTemplate>> ListAsync(
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
