namespace WhatsCommerce.Generators.Records;

/// <summary>Paths such as <c>alert_info.alert_type</c>.</summary>
internal static class Wire
{
    /// <summary>The path of the object that contains the member, with a trailing dot, or empty.</summary>
    public static string ObjectOf(string path) => path.Substring(0, path.LastIndexOf('.') + 1);

    /// <summary>The name of the member itself.</summary>
    public static string NameOf(string path) => path.Substring(path.LastIndexOf('.') + 1);

    /// <summary>The argument for an object; empty when it is the record's own.</summary>
    public static string ArgumentOf(string @object) => @object.Length == 0 ? "" : $", \"{@object}\"";

    /// <summary>Whether one contains the other, or both are the same.</summary>
    public static bool Collide(string one, string other) =>
        (one + ".").StartsWith(other + ".", StringComparison.Ordinal) || (other + ".").StartsWith(one + ".", StringComparison.Ordinal);

    /// <summary><c>alert_info.</c> as part of a method's name: <c>AlertInfo</c>.</summary>
    public static string Pascal(string path) => string.Concat(path
        .Split(['_', '.'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
}
