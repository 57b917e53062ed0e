namespace WhatsCommerce.Templates;

/// <summary>Defines a template to create from one of Meta's library, under your own name.</summary>
/// <remarks>
/// Meta's example has buttons and body inputs as JSON in a string, its table as lists; the SDK sends the string, which the Graph API
/// accepts for both. Source: Meta, templates/template-library, creating templates.
/// </remarks>
public sealed record LibraryTemplateDefinition
{
    /// <summary>Initializes an instance.</summary>
    /// <param name="name">See <see cref="Name"/>.</param>
    /// <param name="language">See <see cref="Language"/>.</param>
    /// <param name="libraryName">See <see cref="LibraryName"/>.</param>
    public LibraryTemplateDefinition(string name, string language, string libraryName)
    {
        Name = name;
        Language = language;
        LibraryName = libraryName;
    }

    /// <summary><c>name</c>: your own; at most 512 characters of <c>a-z</c>, <c>0-9</c> and <c>_</c>.</summary>
    public string Name { get; init; }

    /// <summary><c>language</c>, such as <c>en_US</c>.</summary>
    public string Language { get; init; }

    /// <summary><c>library_template_name</c>: the exact name in the library.</summary>
    public string LibraryName { get; init; }

    /// <summary><c>category</c>: that of the library template; utility by default.</summary>
    public TemplateCategory Category { get; init; } = TemplateCategory.Utility;

    /// <summary><c>library_template_button_inputs</c>: required if the library template has buttons.</summary>
    public IReadOnlyList<LibraryButtonInput> Buttons { get; init => field = [.. value]; } = [];

    /// <summary><c>add_contact_number</c>: whether to add the phone number of the business.</summary>
    public bool? AddsContactNumber { get; init; }

    /// <summary><c>add_learn_more_link</c>: whether to add a link to more information.</summary>
    public bool? AddsLearnMoreLink { get; init; }

    /// <summary><c>add_security_recommendation</c>: whether to add the advice not to share the code.</summary>
    public bool? AddsSecurityRecommendation { get; init; }

    /// <summary><c>add_track_package_link</c>: whether to add a link to track the package.</summary>
    public bool? AddsTrackPackageLink { get; init; }

    /// <summary><c>code_expiration_minutes</c>: 1 to 90.</summary>
    public int? CodeExpirationMinutes { get; init; }

    /// <summary>The name and the language.</summary>
    public override string ToString() => $"{Name} ({Language}) from {LibraryName}";

    /// <exception cref="WhatsCommerceValidationException">A rule is violated.</exception>
    internal byte[] ToJson()
    {
        Violations violations = new();
        violations.RequireTemplateName("name", Name, TemplateLimits.Name);
        violations.RequireLanguage("language", Language);
        violations.RequireText("library_template_name", LibraryName, "The name in the library");
        violations.RequireText("category", Category.Value, "The category");
        for (int i = 0; i < Buttons.Count; i++)
        {
            Buttons[i].Check(violations, new WirePath("library_template_button_inputs[{0}]", i));
        }

        if (CodeExpirationMinutes is int minutes)
        {
            violations.RequireRange(
                "library_template_body_inputs.code_expiration_minutes", minutes, 1, TemplateLimits.CodeMinutes, "The number of minutes");
        }

        violations.ThrowIfAny("The template was not created");
        return JsonBytes.Write(this, static (writer, definition) => definition.WriteTo(writer));
    }

    private void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, Name);
        writer.WriteString("language"u8, Language);
        writer.WriteString("category"u8, Category.Value);
        writer.WriteString("library_template_name"u8, LibraryName);
        if (Buttons.Count > 0)
        {
            writer.WriteString("library_template_button_inputs"u8, InnerJson(WriteButtons));
        }

        if ((AddsContactNumber ?? AddsLearnMoreLink ?? AddsSecurityRecommendation ?? AddsTrackPackageLink) is not null
            || CodeExpirationMinutes is not null)
        {
            writer.WriteString("library_template_body_inputs"u8, InnerJson(WriteBodyInputs));
        }

        writer.WriteEndObject();
    }

    // A separate writer: that of the thread is in use by the body that contains this JSON.
    private static string InnerJson(Action<Utf8JsonWriter> write)
    {
        System.Buffers.ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Encoder = WireEncoder.Instance }))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void WriteButtons(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (LibraryButtonInput button in Buttons)
        {
            button.WriteTo(writer);
        }

        writer.WriteEndArray();
    }

    private void WriteBodyInputs(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        Write(writer, "add_contact_number"u8, AddsContactNumber);
        Write(writer, "add_learn_more_link"u8, AddsLearnMoreLink);
        Write(writer, "add_security_recommendation"u8, AddsSecurityRecommendation);
        Write(writer, "add_track_package_link"u8, AddsTrackPackageLink);
        if (CodeExpirationMinutes is int minutes)
        {
            writer.WriteNumber("code_expiration_minutes"u8, minutes);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is bool flag)
        {
            writer.WriteBoolean(name, flag);
        }
    }
}
