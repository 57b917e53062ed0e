namespace WhatsCommerce.Analyzers;

/// <summary>A parameter or property that has a limit.</summary>
/// <param name="Type">The metadata name of its type.</param>
/// <param name="Member">The method, or the property.</param>
/// <param name="Parameter">The parameter; <see langword="null"/> for a property.</param>
/// <param name="Limit">Its limit.</param>
/// <param name="ReceiverWithOwnLimit">The name of a type whose objects have a different limit.</param>
/// <param name="LimitOfReceiver">The limit of these.</param>
internal sealed record LimitedMember(
    string Type, string Member, string? Parameter, Limit Limit, string? ReceiverWithOwnLimit = null, Limit? LimitOfReceiver = null)
{
    /// <summary>Whether <c>ShortenTitles</c> of the builder truncates values over the limit.</summary>
    public bool CanBeShortened { get; init; }
}
