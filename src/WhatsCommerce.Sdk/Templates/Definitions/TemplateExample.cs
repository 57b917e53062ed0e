namespace WhatsCommerce.Templates;

/// <summary>An example value of a variable for Meta's review: a text by position, or <c>("first_name", "Pablo")</c> by name.</summary>
public readonly record struct TemplateExample
{
    /// <summary>Initializes an instance.</summary>
    /// <param name="name">See <see cref="Name"/>.</param>
    /// <param name="text">See <see cref="Text"/>.</param>
    public TemplateExample(string? name, string? text)
    {
        Name = name;
        Text = text;
    }

    /// <summary>The name of the variable; <see langword="null"/> for one by position.</summary>
    public string? Name { get; init; }

    /// <summary>The text. Use an invented one, not a customer's.</summary>
    public string? Text { get; init; }

    /// <summary>Creates a text by position.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator TemplateExample(string? text) => new(null, text);

    /// <summary>Creates a text by name.</summary>
    /// <param name="named">The name of the variable and the text.</param>
    public static implicit operator TemplateExample((string Name, string? Text) named) => new(named.Name ?? "", named.Text);

    /// <summary>The text, with its name before it if it has one.</summary>
    public override string ToString() => Name is null ? Text ?? "" : $"{Name}={Text}";
}
