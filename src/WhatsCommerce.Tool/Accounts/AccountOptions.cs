namespace WhatsCommerce.Tool.Accounts;

/// <summary>
/// The options that select the account of a command. A token is never an option, because other users can see the arguments of a process.
/// </summary>
internal sealed class AccountOptions
{
    public Option<string?> Settings { get; } = ToolOptions.File(
        "--settings",
        "Reads the section WhatsCommerce of a JSON file, such as appsettings.json. Environment variables (WhatsCommerce__AccessToken) "
            + "override it.");

    public Option<string?> TokenFile { get; } = ToolOptions.File(
        "--token-file", "Reads the access token from a file, or from the standard input (-).", orStandardInput: true);

    public Option<Uri?> Emulator { get; } = ToolOptions.Emulator(
        $"Works with the account of a running emulator. Default without a URL: {ToolOptions.DefaultEmulator}");

    public Option<string?> PhoneNumberId { get; } = ValuedOption.Valued<string?>(
        "--phone-number-id", "ID", "The id of the business phone number.", OptionValues.Id);

    public Option<string?> BusinessAccountId { get; } = ValuedOption.Valued<string?>(
        "--business-account-id", "ID", "The id of the WhatsApp Business account.", OptionValues.Id);

    public Option<string?> CatalogId { get; } = ValuedOption.Valued<string?>(
        "--catalog-id", "ID", "The id of the catalog.", OptionValues.Id);

    public void AddTo(Command command)
    {
        command.Options.Add(Settings);
        command.Options.Add(TokenFile);
        command.Options.Add(Emulator);
        command.Options.Add(PhoneNumberId);
        command.Options.Add(BusinessAccountId);
        command.Options.Add(CatalogId);
    }
}
