namespace WhatsCommerce.Storefronts;

/// <summary>
/// The lines of the admins of all shops of the app, whose messages are looked at. Filled while services are being registered.
/// </summary>
internal sealed class AdminLines
{
    private readonly HashSet<string> _lines = new(StringComparer.Ordinal);

    /// <summary>Those of the app.</summary>
    public static AdminLines Of(IServiceCollection services)
    {
        AdminLines? known = services
            .Select(service => service.IsKeyedService ? null : service.ImplementationInstance as AdminLines)
            .FirstOrDefault(registered => registered is not null);
        if (known is null)
        {
            known = new AdminLines();
            services.AddSingleton(known);
        }

        return known;
    }

    public void Add(PhoneNumber admin) => _lines.Add(PhoneNumber.LineOf(admin.Digits)!);

    public bool Has(MessageEvent message) => !message.GroupId.HasValue
        && AdminWindows.LineOf(message.Customer.ToRecipient()) is string line
        && _lines.Contains(line);
}
