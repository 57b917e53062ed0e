namespace WhatsCommerce.Templates;

/// <summary>Represents a group of templates, whose analytics are aggregated.</summary>
/// <remarks>A template is in one group at a time. Source: Meta, templates/template-groups.</remarks>
public sealed record TemplateGroup : IGraphResponse
{
    internal const string Fields = "id,name,description,creation_time,update_time,whatsapp_business_templates{id}";

    /// <summary><c>id</c>: the id of the group.</summary>
    public string? Id { get; init; }

    /// <summary><c>name</c>: the name of the group.</summary>
    public string? Name { get; init; }

    /// <summary><c>description</c>: the description.</summary>
    public string? Description { get; init; }

    /// <summary><c>creation_time</c>: when the group was created.</summary>
    [JsonPropertyName("creation_time")]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary><c>update_time</c>: when the group last changed.</summary>
    [JsonPropertyName("update_time")]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary><c>whatsapp_business_templates</c>: the ids of the first page of its templates.</summary>
    [JsonIgnore]
    public IReadOnlyList<TemplateId> TemplateIds => [.. (Templates?.Data ?? []).Select(template => template.Id)];

    [JsonInclude, JsonPropertyName("whatsapp_business_templates")]
    internal GroupedTemplates? Templates { get; init; }

    bool IGraphResponse.IsComplete => Id is { Length: > 0 };
}

internal sealed record GroupedTemplates(IReadOnlyList<GroupedTemplate>? Data);
internal sealed record GroupedTemplate(TemplateId Id);
