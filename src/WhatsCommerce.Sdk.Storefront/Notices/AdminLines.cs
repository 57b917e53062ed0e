namespace WhatsCommerce.Storefronts;

/// <summary>
/// The phone numbers of the admins of all shops of the app, whose messages open their 24-hour window. Filled while services are registered.
/// </summary>
internal sealed class AdminLines
{
    private readonly HashSet<string> _lines = new(StringComparer.Ordinal);

    /// <summary>Returns the numbers of the app.</summary>
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
