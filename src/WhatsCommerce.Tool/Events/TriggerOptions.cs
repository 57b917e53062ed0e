namespace WhatsCommerce.Tool.Events;

/// <summary>The options of every event of <c>trigger</c>.</summary>
internal sealed class TriggerOptions
{
    // A customer of the emulator's example.
    private const string DefaultNumber = "+16505551234";

    public AccountOptions Account { get; } = new();

    public SignedOptions Signed { get; } = new(
        "Posts the event to an app by itself, signed, without a running emulator: https, or an address of this machine.");

    public Option<PhoneNumber> From { get; } = ValuedOption.Valued(
        "--from", "NUMBER", $"The phone number of the customer. Default: {DefaultNumber}", OptionValues.Phone);

    public Option<string?> Name { get; } = ToolOptions.Text("--name", "TEXT", "What the customer is called.");

    public Option<int> Wait { get; } = ToolOptions.Number(
        "--wait", "SECONDS", "How long to wait for the app's response.", 1, 600, 30);

    public Option<bool> Json { get; } = ToolOptions.Json();

    /// <summary>Returns the phone number of the customer.</summary>
    public PhoneNumber NumberOf(ParseResult parsed) =>
        parsed.GetValue(From) is { HasValue: true } given ? given : PhoneNumber.Parse(DefaultNumber);

    /// <summary>Adds the options to a command; all events share them.</summary>
    public void AddTo(Command command)
    {
        Signed.AddTo(command);
        Account.AddTo(command);
        command.Options.Add(From);
        command.Options.Add(Name);
        command.Options.Add(Wait);
        command.Options.Add(Json);
    }
}
