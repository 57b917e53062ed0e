namespace WhatsCommerce.Templates;

/// <summary>Represents the definition of a template in one language: built by <see cref="Template"/>, or read back from Meta.</summary>
/// <remarks>Immutable; one definition can be created in many accounts. Source: Meta, templates/overview.</remarks>
public sealed class TemplateDefinition
{
    internal TemplateDefinition(string name, string language, TemplateCategory category, TemplateComponents components)
    {
        Name = name;
        Language = language;
        Category = category;
        Components = components;
    }

    /// <summary>Its name; the same in all languages.</summary>
    public string Name { get; }

    /// <summary>Its language, such as <c>en_US</c>.</summary>
    public string Language { get; }

    /// <summary>The category.</summary>
    public TemplateCategory Category { get; }

    /// <summary>The kind of template within its category.</summary>
    public TemplateSubCategory SubCategory { get; internal init; }

    /// <summary>Whether its variables have numbers or names; absent in most with numbers.</summary>
    public TemplateParameterFormat ParameterFormat { get; internal init; }

    /// <summary>How long Meta tries to deliver a message; <see langword="null"/> for Meta's default.</summary>
    public TimeSpan? TimeToLive { get; internal init; }

    /// <summary>Whether Meta may change its category instead of rejecting it; <see langword="null"/> for Meta's default.</summary>
    public bool? AllowsCategoryChange { get; internal init; }

    /// <summary>The components.</summary>
    public TemplateComponents Components { get; }

    /// <summary>The parameters of its messages; <c>Message.Template(definition.Shape)</c> validates against it.</summary>
    public TemplateShape Shape => TemplateShapes.Of(this);

    /// <summary>Whether constants are written in lower case, as on Meta's pages for some kinds of templates.</summary>
    internal bool HasSmallLetters { get; init; }

    /// <summary>Creates the body of the request: exactly the bytes that <see cref="TemplatesClient.CreateAsync"/> posts.</summary>
    /// <returns>UTF-8 JSON.</returns>
    public byte[] ToJson() => JsonBytes.Write(this, static (writer, definition) => TemplateWriter.Write(writer, definition));

    /// <summary>
    /// Reads a definition as written by <see cref="ToJson"/>, or as Meta returns a template; for definitions in files beside the code.
    /// </summary>
    /// <param name="json">UTF-8 JSON: <c>name</c>, <c>language</c>, <c>category</c> and <c>components</c>, up to a depth of 64.</param>
    /// <exception cref="FormatException">It is not a JSON object, or the name, the language or the components are missing.</exception>
    public static TemplateDefinition FromJson(ReadOnlySpan<byte> json)
    {
        MessageTemplate? template;
        try
        {
            template = JsonSerializer.Deserialize(json, TemplatesJson.Default.MessageTemplate);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"It is not a template in JSON: {exception.Message}", exception);
        }

        TemplateDefinition definition = template?.Definition
            ?? throw new FormatException("It is not a template: name, language or components are missing.");
        return template.OtherFields.TryGetValue("allow_category_change", out JsonElement allows)
            && allows.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? new(definition.Name, definition.Language, definition.Category, definition.Components)
            {
                SubCategory = definition.SubCategory,
                ParameterFormat = definition.ParameterFormat,
                TimeToLive = definition.TimeToLive,
                AllowsCategoryChange = allows.GetBoolean(),
            }
            : definition;
    }

    /// <summary>The name and the language.</summary>
    public override string ToString() => $"{Name} ({Language})";
}
