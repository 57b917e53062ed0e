namespace WhatsCommerce.Validation;

/// <summary>A path in the JSON of a request, formatted only when a violation is reported there.</summary>
/// <param name="Pattern">The path; with <c>{0}</c> and <c>{1}</c> for indexes.</param>
/// <param name="First">The index at <c>{0}</c>; below 0 when the path has none.</param>
/// <param name="Second">The index at <c>{1}</c>.</param>
internal readonly record struct WirePath(string Pattern, int First = -1, int Second = 0)
{
    public static implicit operator WirePath(string path) => new(path);

    /// <summary>Returns a path below this one.</summary>
    /// <param name="member">What to append, with its dot or bracket.</param>
    public WirePath Below(string member) => this with { Pattern = Pattern + member };

    public override string ToString() => First < 0 ? Pattern : string.Format(CultureInfo.InvariantCulture, Pattern, First, Second);
}
