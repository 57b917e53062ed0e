namespace WhatsCommerce.Validation;

/// <summary>Collects the violations of a message, a template, an item or another request. Allocates nothing without violations.</summary>
/// <param name="clock">The clock; the system's by default.</param>
internal sealed partial class Violations(TimeProvider? clock = null)
{
    private List<Violation>? _found;
    private List<WirePath>? _places;

    public bool Any => _found is not null;

    /// <summary>The current time, for values that must be in the future.</summary>
    public DateTimeOffset Now => (clock ?? TimeProvider.System).GetUtcNow();

    public IReadOnlyList<Violation> ToList() => _found is null ? [] : _found.AsReadOnly();

    /// <param name="summary">What cannot be done, without a full stop.</param>
    /// <exception cref="WhatsCommerceValidationException">A rule is violated.</exception>
    public void ThrowIfAny(string summary)
    {
        if (_found is not null)
        {
            throw new WhatsCommerceValidationException(summary, ToList());
        }
    }

    public void Add(WirePath path, ViolationRule rule, string message, long? limit = null, long? found = null) =>
        (_found ??= []).Add(new Violation { Path = PathOf(path), Rule = rule, Message = message, Limit = limit, Found = found });

    /// <summary>
    /// Makes paths relative to this place until <see cref="Leave"/>, for parts that occur at different places of different messages, such
    /// as an order.
    /// </summary>
    public void Enter(WirePath place) => (_places ??= []).Add(place);

    /// <summary>Leaves the place that was entered last.</summary>
    public void Leave() => _places!.RemoveAt(_places.Count - 1);

    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private string PathOf(WirePath path) => _places is null or []
        ? path.ToString()
        : string.Join('.', [.. _places.Select(place => place.ToString()), path.ToString()]);
}
