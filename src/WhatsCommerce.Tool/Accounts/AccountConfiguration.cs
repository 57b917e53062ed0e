using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace WhatsCommerce.Tool.Accounts;

/// <summary>
/// Reads the settings of an account, with the SDK's configuration keys. Later sources override earlier ones: a running emulator, a settings
/// file, environment variables, options.
/// </summary>
internal static class AccountConfiguration
{
    private const string Section = nameof(WhatsCommerce);
    private const int MaxSettingsBytes = 1024 * 1024;
    private const int MaxTokenBytes = 16 * 1024;

    private static readonly string[] Variables =
    [
        "AccessToken", "AppId", "AppSecret", "PhoneNumberId", "BusinessAccountId", "BusinessId", "CatalogId", "BaseAddress", "GraphVersion",
        "Webhooks:AppSecrets:0", "Webhooks:VerifyToken",
    ];

    /// <summary>Reads the section <c>WhatsCommerce</c>.</summary>
    /// <exception cref="CannotRunException">A file cannot be read.</exception>
    public static async Task<IConfigurationSection> ReadAsync(
        ParseResult parsed, AccountOptions options, ToolConsole console, CancellationToken end)
    {
        ConfigurationBuilder builder = new();
        if (parsed.EmulatorOf(options.Emulator) is { } emulator)
        {
            using EmulatorLink link = new(emulator);
            builder.AddInMemoryCollection(Of(await link.SettingsAsync(end).ConfigureAwait(false)));
        }

        if (parsed.GetValue(options.Settings) is { } settings)
        {
            await AddFileAsync(builder, console, settings, end).ConfigureAwait(false);
        }

        builder.AddInMemoryCollection(Variables
            .Select(name => Setting(name, console.Variable($"{Section}__{name.Replace(":", "__", StringComparison.Ordinal)}")))
            .Where(setting => !string.IsNullOrEmpty(setting.Value)));
        if (parsed.GetValue(options.TokenFile) is { } tokenFile)
        {
            byte[] token = await BoundedInput.ReadAsync(console, tokenFile, MaxTokenBytes, end).ConfigureAwait(false);
            builder.AddInMemoryCollection([Setting("AccessToken", Encoding.UTF8.GetString(token).Trim())]);
        }

        builder.AddInMemoryCollection(new[]
        {
            Setting("PhoneNumberId", parsed.GetValue(options.PhoneNumberId)),
            Setting("BusinessAccountId", parsed.GetValue(options.BusinessAccountId)),
            Setting("CatalogId", parsed.GetValue(options.CatalogId)),
        }.Where(setting => setting.Value is not null));
        return builder.Build().GetSection(Section);
    }

    private static async Task AddFileAsync(ConfigurationBuilder builder, ToolConsole console, string path, CancellationToken end)
    {
        byte[] json = await BoundedInput.ReadAsync(console, path, MaxSettingsBytes, end).ConfigureAwait(false);
        try
        {
            using MemoryStream stream = new(json);
            IConfigurationRoot file = new ConfigurationBuilder().AddJsonStream(stream).Build();
            builder.AddInMemoryCollection(file.AsEnumerable().Where(setting => setting.Value is not null));
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidDataException)
        {
            throw new CannotRunException($"--settings {path}: it is not a JSON file of settings: {exception.Message}");
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> Of(SettingsJson emulator) =>
    [
        Setting("BaseAddress", emulator.BaseAddress),
        Setting("GraphVersion", emulator.GraphVersion),
        Setting("AccessToken", emulator.AccessToken),
        Setting("PhoneNumberId", emulator.Business.PhoneNumberId),
        Setting("BusinessAccountId", emulator.Business.BusinessAccountId),
        Setting("BusinessId", emulator.Business.BusinessId),
        Setting("CatalogId", emulator.Catalog.Id),
        Setting("Webhooks:AppSecrets:0", emulator.AppSecret),
        Setting("Webhooks:VerifyToken", emulator.VerifyToken),
    ];

    private static KeyValuePair<string, string?> Setting(string name, string? value) => new($"{Section}:{name}", value);
}
