using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace WhatsCommerce.Tool.Accounts;

/// <summary>A client for the account that is specified on the command line.</summary>
internal sealed class AccountClient : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private AccountClient(IConfigurationSection settings, ServiceProvider services)
    {
        Settings = settings;
        _services = services;
    }

    /// <summary>Gets the settings as they were found.</summary>
    public IConfigurationSection Settings { get; }

    public WhatsCommerceClient Client => _services.GetRequiredService<WhatsCommerceClient>();

    /// <summary>Creates a client with the app access token, which some endpoints of Meta require.</summary>
    public WhatsCommerceClient CreateForApp(string appId, string secret) =>
        _services.GetRequiredService<IWhatsCommerceClientFactory>().Create(
            new WhatsCommerceAccount { Name = $"app {appId}", AccessToken = $"{appId}|{secret}", AppSecret = secret });

    /// <summary>Reads the settings and checks the required ones.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">The options of the account.</param>
    /// <param name="console">The console, for environment variables and standard input.</param>
    /// <param name="required">The required settings besides the token.</param>
    /// <param name="end">Cancels the operation.</param>
    /// <exception cref="CannotRunException">A setting is missing.</exception>
    public static async Task<AccountClient> CreateAsync(
        ParseResult parsed, AccountOptions options, ToolConsole console, IReadOnlyList<string> required, CancellationToken end)
    {
        IConfigurationSection settings = await AccountConfiguration.ReadAsync(parsed, options, console, end).ConfigureAwait(false);
        foreach (string name in required.Prepend(nameof(WhatsCommerceOptions.AccessToken)))
        {
            if (string.IsNullOrWhiteSpace(settings[name]))
            {
                throw new CannotRunException(Missing(name));
            }
        }

        ServiceCollection services = new();
        services.AddWhatsCommerce(settings);
        services.AddSingleton(console.Time);
        return new(settings, services.BuildServiceProvider());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static string Missing(string name) => name switch
    {
        nameof(WhatsCommerceOptions.AccessToken) =>
            "There is no access token: set WhatsCommerce__AccessToken, or use --token-file, --settings or --emulator.",
        nameof(WhatsCommerceOptions.PhoneNumberId) => $"There is no phone number id: use --phone-number-id, {Elsewhere(name)}.",
        nameof(WhatsCommerceOptions.BusinessAccountId) => $"There is no account: use --business-account-id, {Elsewhere(name)}.",
        nameof(WhatsCommerceOptions.CatalogId) => $"There is no catalog: use --catalog-id, {Elsewhere(name)}.",
        _ => $"There is no {name}: set {Elsewhere(name)}.",
    };

    private static string Elsewhere(string name) => $"WhatsCommerce__{name}, --settings or --emulator";
}
