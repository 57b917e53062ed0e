using System.Text;
using Microsoft.Extensions.Configuration;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Tool.Webhooks;

/// <summary>
/// The options of commands that post signed webhooks. A secret is not an option, because other users can see the arguments of a process.
/// Without TLS, webhooks are posted only to this machine.
/// </summary>
/// <param name="description">The description of the address in the help text.</param>
/// <param name="name">The name of the option for the address.</param>
internal sealed class SignedOptions(string description, string name = "--to")
{
    private const int MaxSecretBytes = 4 * 1024;

    public Option<Uri?> To { get; } = ValuedOption.Valued<Uri?>(name, "URL", description, Endpoint);

    public Option<string?> SecretFile { get; } = ToolOptions.File(
        "--secret-file",
        "Reads the app secret that signs from a file, or from the standard input (-). Default: WhatsCommerce__Webhooks__AppSecrets__0 or "
            + "WhatsCommerce__AppSecret, --settings, and for an address of this machine the emulator's.",
        orStandardInput: true);

    public void AddTo(Command command)
    {
        command.Options.Add(To);
        command.Options.Add(SecretFile);
    }

    /// <summary>Returns what posts to the address.</summary>
    /// <exception cref="CannotRunException">The secret is missing.</exception>
    public async Task<SignedPoster> CreatePosterAsync(
        ParseResult parsed, Uri address, IConfigurationSection settings, ToolConsole console, CancellationToken end)
    {
        string? secret;
        if (parsed.GetValue(SecretFile) is { } file)
        {
            secret = Encoding.UTF8.GetString(await BoundedInput.ReadAsync(console, file, MaxSecretBytes, end).ConfigureAwait(false)).Trim();
        }
        else
        {
            secret = settings["Webhooks:AppSecrets:0"] ?? settings[nameof(WhatsCommerceOptions.AppSecret)]
                ?? (address.IsLoopback ? new CloudApiEmulatorOptions().AppSecret : null);
        }

        return !string.IsNullOrWhiteSpace(secret) ? new(address, secret) : throw new CannotRunException(
            "There is no app secret to sign with: set WhatsCommerce__AppSecret, or use --secret-file or --settings.");
    }

    /// <summary>Validates an address for signed webhooks.</summary>
    public static (Uri? Value, string? Problem) Endpoint(string text) =>
        OptionValues.WebAddress(text) is { Value: { } address } && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)
            ? (address, null)
            : (null, "expected an https URL, or one of this machine, such as http://localhost:5000/webhooks/whatsapp");
}
