using System.Globalization;

namespace WhatsCommerce.Messages;

/// <summary>A place in the JSON of a message. The text is made only when a violation is reported there.</summary>
/// <param name="Pattern">The path, with <c>{0}</c> and <c>{1}</c> where indexes stand.</param>
/// <param name="First">The index at <c>{0}</c>.</param>
/// <param name="Second">The index at <c>{1}</c>.</param>
internal readonly record struct WirePath(string Pattern, int First = 0, int Second = 0)
{
    public static implicit operator WirePath(string path) => new(path);

    /// <summary>A place below this one.</summary>
    /// <param name="member">What to append, with its point or bracket.</param>
    public WirePath Below(string member) => this with { Pattern = Pattern + member };

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Pattern, First, Second);
}
