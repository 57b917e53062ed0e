namespace WhatsCommerce.Templates;

/// <summary>Represents a template of an account, in one language. Fields that were not requested are absent.</summary>
/// <remarks>Source: Meta, WhatsApp Message Template; OpenAPI v23.0, <c>/{TEMPLATE_ID}</c>.</remarks>
public sealed record MessageTemplate : IGraphResponse
{
    internal const string Fields =
        "id,name,language,status,category,sub_category,parameter_format,rejected_reason,quality_score,components";

    /// <summary>The id of the template in this language at Meta.</summary>
    public TemplateId Id { get; init; }

    /// <summary>Its name; the same in all languages.</summary>
    public string? Name { get; init; }

    /// <summary>Its language, such as <c>en_US</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Whether it can be sent.</summary>
    public TemplateStatus Status { get; init; }

    /// <summary>The category.</summary>
    public TemplateCategory Category { get; init; }

    /// <summary>The kind of template within its category.</summary>
    public TemplateSubCategory SubCategory { get; init; }

    /// <summary>The category before Meta changed it; only if requested as <c>previous_category</c>.</summary>
    public TemplateCategory PreviousCategory { get; init; }

    /// <summary>Whether its variables have numbers or names.</summary>
    public TemplateParameterFormat ParameterFormat { get; init; }

    /// <summary>The reason of the rejection; <see cref="TemplateRejectionReason.None"/> or absent otherwise.</summary>
    [JsonPropertyName("rejected_reason")]
    public TemplateRejectionReason RejectionReason { get; init; }

    /// <summary>The quality rating, from the feedback of customers.</summary>
    [JsonPropertyName("quality_score")]
    public TemplateQuality Quality { get; init; }

    /// <summary>
    /// How long Meta tries to deliver a message from it; only if requested as <c>message_send_ttl_seconds</c>, and
    /// <see langword="null"/> when Meta's default applies.
    /// </summary>
    [JsonPropertyName("message_send_ttl_seconds")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>The components.</summary>
    public TemplateComponents? Components { get; init; }

    /// <summary>Requested fields that have no property here, by their wire name.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> OtherFields { get =>
        Rest ?? []; init => Rest = new Dictionary<string, JsonElement>(value); }

    /// <summary>
    /// The definition, as built by <see cref="Template"/>: to find out the parameters of a message, to change the template, or to create it
    /// elsewhere. <see langword="null"/> if the name, the language or the components were not requested.
    /// </summary>
    [JsonIgnore]
    public TemplateDefinition? Definition => Name is null
        || Language is null
        || Components is null ? null : new(Name, Language, Category, Components)
    {
        SubCategory = SubCategory,
        ParameterFormat = ParameterFormat,
        TimeToLive = TimeToLive,
    };

    // The serializer cannot fill an extension-data property that is init-only.
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Rest { get; set; }

    bool IGraphResponse.IsComplete => Id.HasValue;
}
