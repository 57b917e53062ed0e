namespace WhatsCommerce.Generators.OpenWords;

/// <summary>Generates the members that all structs over a string have, words and ids.</summary>
/// <param name="source">Receives the members.</param>
/// <param name="type">The name of the struct.</param>
/// <param name="noun">What it holds: <c>word</c> or <c>id</c>.</param>
internal sealed class TextMembers(SourceWriter source, string type, string noun)
{
    private string Article => noun[0] == 'i' ? "an" : "a";

    /// <summary>Generates the constructor, which treats null and blank as absent.</summary>
    /// <param name="form">The format of the text, such as <c>as on the wire</c>.</param>
    /// <param name="kept">The expression for the stored part of <c>value</c>.</param>
    public void Constructor(string form, string kept = "value") => source
        .Line($"/// <summary>Initializes the {noun} from its text.</summary>")
        .Line($"/// <param name=\"value\">The {noun} {form}; null or blank means absent.</param>")
        .Line($"public {type}(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : {kept};")
        .Blank();

    public void Value(string form) => source
        .Line($"/// <summary>Gets the {noun} {form}, or <see langword=\"null\"/> when it is absent.</summary>")
        .Line("public string? Value { get; }")
        .Blank();

    public void HasValue() => source
        .Line($"/// <summary>Gets a value indicating whether there is {Article} {noun}.</summary>")
        .Line("[MemberNotNullWhen(true, nameof(Value))]")
        .Line("public bool HasValue => Value is not null;")
        .Blank();

    public void FromString(string example = "") => source
        .Line($"/// <summary>Converts a text to {Article} {noun}.</summary>")
        .Line($"/// <param name=\"value\">The {noun}{example}; null or blank means absent.</param>")
        .Line($"public static implicit operator {type}(string? value) => new(value);")
        .Blank();

    public void Text() => source
        .Line($"/// <summary>Returns the {noun}, or an empty string when it is absent.</summary>")
        .Line("public override string ToString() => Value ?? \"\";");
}
