namespace WhatsCommerce.Messages;

/// <content>Parts that stand at different places of different messages: an order, the components of a template.</content>
/// <param name="clock">What time it is; the system's time unless told otherwise.</param>
internal sealed partial class Violations(TimeProvider? clock = null)
{
    private List<WirePath>? _places;

    /// <summary>What time it is, for what must lie ahead.</summary>
    public DateTimeOffset Now => (clock ?? TimeProvider.System).GetUtcNow();

    /// <summary>Until <see cref="Leave"/> every path is one below this place.</summary>
    public void Enter(WirePath place) => (_places ??= []).Add(place);

    /// <summary>Leaves the place that was entered last.</summary>
    public void Leave() => _places!.RemoveAt(_places.Count - 1);

    private string PathOf(WirePath path) => _places is null or []
        ? path.ToString()
        : string.Join('.', [.. _places.Select(place => place.ToString()), path.ToString()]);
}
