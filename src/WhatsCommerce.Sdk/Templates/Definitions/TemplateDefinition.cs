namespace WhatsCommerce.Templates;

/// <summary>What a template is, in one language: built by <see cref="Template"/> to be created, or read back from Meta.</summary>
/// <remarks>It cannot be changed; one definition can be created in many accounts. Source: Meta, templates/overview.</remarks>
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

    /// <summary>What it is for.</summary>
    public TemplateCategory Category { get; }

    /// <summary>What kind of template it is within its category.</summary>
    public TemplateSubCategory SubCategory { get; internal init; }

    /// <summary>How its variables are called. Absent in most that count them.</summary>
    public TemplateParameterFormat ParameterFormat { get; internal init; }

    /// <summary>For how long Meta tries to deliver a message from it; <see langword="null"/> leaves it to Meta.</summary>
    public TimeSpan? TimeToLive { get; internal init; }

    /// <summary>Whether Meta may put it into another category instead of rejecting it; <see langword="null"/> leaves it to Meta.</summary>
    public bool? AllowsCategoryChange { get; internal init; }

    /// <summary>Its parts.</summary>
    public TemplateComponents Components { get; }

    /// <summary>What a message from it must bring: <c>Message.Template(definition.Shape)</c> is checked against it.</summary>
    public TemplateShape Shape => TemplateShapes.Of(this);

    /// <summary>Whether words go in small letters, as on those of Meta's pages that show this kind of template so.</summary>
    internal bool HasSmallLetters { get; init; }

    /// <summary>The request's body: exactly the bytes that <see cref="TemplatesClient.CreateAsync"/> posts.</summary>
    /// <returns>UTF-8 JSON.</returns>
    public byte[] ToJson() => JsonBytes.Write(this, static (writer, definition) => TemplateWriter.Write(writer, definition));

    /// <summary>
    /// Reads a definition as <see cref="ToJson"/> writes it, or as Meta gives a template back: a file that is kept beside the code.
    /// </summary>
    /// <param name="json">UTF-8 JSON: <c>name</c>, <c>language</c>, <c>category</c> and <c>components</c>, up to a depth of 64.</param>
    /// <exception cref="FormatException">It is no JSON object, or the name, the language or the components are missing.</exception>
    public static TemplateDefinition FromJson(ReadOnlySpan<byte> json)
    {
        MessageTemplate? template;
        try
        {
            template = JsonSerializer.Deserialize(json, TemplatesJson.Default.MessageTemplate);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"It is no template in JSON: {exception.Message}", exception);
        }

        TemplateDefinition definition = template?.Definition
            ?? throw new FormatException("It is no template: name, language or components are missing.");
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
