using System.Globalization;

namespace WhatsCommerce.Http;

/// <summary>The parameters of a request, escaped. Immutable: each <see cref="With(string, string?)"/> gives another one.</summary>
internal readonly record struct GraphQuery
{
    private readonly string? _text;

    private GraphQuery(string text) => _text = text;

    /// <summary>No parameters: what others begin with.</summary>
    public static GraphQuery None => default;

    /// <summary>Only the fields that are wanted.</summary>
    public static GraphQuery Fields(string fields) => None.With("fields", fields);

    /// <summary>One parameter more; a value of <see langword="null"/> adds none.</summary>
    /// <param name="name">The name; letters and underscores.</param>
    /// <param name="value">The value as it is.</param>
    public GraphQuery With(string name, string? value)
    {
        if (value is null)
        {
            return this;
        }

        string parameter = $"{name}={Uri.EscapeDataString(value)}";
        return new GraphQuery(_text is null ? parameter : $"{_text}&{parameter}");
    }

    /// <inheritdoc cref="With(string, string?)"/>
    public GraphQuery With(string name, bool? value) => With(name, value switch { true => "true", false => "false", null => null });

    /// <inheritdoc cref="With(string, string?)"/>
    public GraphQuery With(string name, int? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>The path with the parameters.</summary>
    public string AppendTo(string path) => _text is null ? path : $"{path}?{_text}";

    public override string ToString() => _text ?? "";
}
