using System.Globalization;

namespace WhatsCommerce.Generators.Records;

/// <summary>A property, and how it is read from JSON.</summary>
/// <param name="Property">Its name.</param>
/// <param name="Reading">How its type is read.</param>
/// <param name="Paths">
/// The members that contain it, the one that takes precedence first; none when its members are in the record's own object.
/// </param>
/// <param name="Missing">The reason why an item without it is malformed; null when it is optional.</param>
internal sealed record MemberModel(string Property, Reading Reading, EquatableArray<string> Paths, string? Missing)
{
    /// <summary>The draft's field.</summary>
    public string Field => "_" + char.ToLowerInvariant(Property[0]) + Property.Substring(1);

    public string DraftType => IsRanked ? "RankedText" : Reading.DraftType;

    /// <summary>The field as the property takes it.</summary>
    public string Value => string.Format(CultureInfo.InvariantCulture, Reading.Value, IsRanked ? Field + ".Value" : Field);

    // Of several texts the rank decides; anything else occurs once, so the first one is taken.
    private bool IsRanked => Reading.IsText && Paths.Count > 1;

    /// <summary>The expression that reads the member at one of the paths.</summary>
    public string Take(int rank)
    {
        string within = Paths.Count == 0 ? "" : Wire.ArgumentOf(Wire.ObjectOf(Paths[rank]));
        string take = string.Format(CultureInfo.InvariantCulture, Reading.Take, Field, within);
        return this switch
        {
            { IsRanked: true } => $"{Field}.TryTake(ref r, member, {rank}, ref rest{within})",
            { Paths.Count: > 1 } => $"{Field} is null && {take}",
            _ => take,
        };
    }
}
