namespace WhatsCommerce.Validation;

/// <summary>A place in the JSON of a request. The text is made only when a violation is reported there.</summary>
/// <param name="Pattern">The path; with indexes, <c>{0}</c> and <c>{1}</c> where they stand.</param>
/// <param name="First">The index at <c>{0}</c>; below 0 when the path has none and is taken as it is.</param>
/// <param name="Second">The index at <c>{1}</c>.</param>
internal readonly record struct WirePath(string Pattern, int First = -1, int Second = 0)
{
    public static implicit operator WirePath(string path) => new(path);

    /// <summary>A place below this one.</summary>
    /// <param name="member">What to append, with its point or bracket.</param>
    public WirePath Below(string member) => this with { Pattern = Pattern + member };

    public override string ToString() => First < 0 ? Pattern : string.Format(CultureInfo.InvariantCulture, Pattern, First, Second);
}
