using System.CommandLine;
using System.Net;
using static WhatsCommerce.Emulator.Commands.ValuedOption;

namespace WhatsCommerce.Emulator.Commands;

/// <summary>Defines the options of the command and parses them.</summary>
internal sealed class CommandLine
{
    /// <summary>The name of the command as a tool of its own.</summary>
    public const string ToolName = "whatscommerce-emulator";

    private readonly Option<int> _port = Valued(
        "--port", "PORT", "The port; 0 takes a free one.", OptionValues.Port, CommandSettings.DefaultPort);

    private readonly Option<IPAddress?> _host = Valued<IPAddress?>(
        "--host",
        "ADDRESS",
        "The IP address to listen on. Any address but loopback makes it reachable from other machines.",
        OptionValues.Address,
        IPAddress.Loopback);

    private readonly Option<Uri?> _callback = Valued<Uri?>(
        "--callback", "URL", "The URL that receives webhooks. It need not be up yet: connecting is retried.", OptionValues.WebAddress);

    private readonly Option<string?> _verifyToken = Valued<string?>(
        "--verify-token", "TEXT", "The verify token of the callback.", OptionValues.Secret);

    private readonly Option<string?> _appSecret = Valued<string?>(
        "--app-secret", "TEXT", "The app secret that signs webhooks.", OptionValues.Secret);

    private readonly Option<string?> _token = Valued<string?>(
        "--token", "TEXT", "The access token that requests must carry.", OptionValues.Secret);

    private readonly Option<string?> _phoneNumberId = Valued<string?>(
        "--phone-number-id", "ID", "The id of the business phone number.", OptionValues.Id);

    private readonly Option<PhoneNumber> _phoneNumber = Valued<PhoneNumber>(
        "--phone-number", "NUMBER", "The business phone number itself.", OptionValues.Phone);

    private readonly Option<string?> _account = Valued<string?>(
        "--business-account-id", "ID", "The id of the WhatsApp Business account.", OptionValues.Id);
    private readonly Option<string?> _catalogId = Valued<string?>("--catalog-id", "ID", "The id of the catalog.", OptionValues.Id);

    private readonly Option<FileInfo?> _catalog = Valued<FileInfo?>(
        "--catalog", "FILE", "The items of the catalog, JSON or CSV. Default: an example shop.", OptionValues.ExistingFile);

    private readonly Option<DirectoryInfo?> _state = Valued<DirectoryInfo?>(
        "--state", "FOLDER", "The folder for the state, which then survives a restart. Default: nothing is kept.", OptionValues.Folder);

    private readonly Option<LatencyRange> _latency = Valued<LatencyRange>(
        "--latency", "TIME", "The latency of each response: 200ms, 1.5s, or a random time in a range, 100-400ms.", OptionValues.Latency);

    private readonly Option<IReadOnlyList<RandomFault>> _faults = Valued<IReadOnlyList<RandomFault>>(
        "--faults", "FAULTS", "Random faults: 131000:0.01,cut:0.005,cut+after:0.005,slow=3s:0.1.", RandomFault.ReadAll);

    private readonly Option<int> _seed = Valued(
        "--seed", "NUMBER", "The random seed of --faults; the same seed gives the same faults.", OptionValues.Seed, 0);

    private readonly Option<int?> _throughput = Valued<int?>(
        "--throughput", "NUMBER", "The messages a second that are accepted before error 130429.", OptionValues.Throughput);

    private readonly Option<int> _updatesPerWebhook = Valued(
        "--updates-per-webhook",
        "NUMBER",
        "The most updates in one webhook; they are batched while the callback is busy.",
        OptionValues.UpdatesPerWebhook,
        1);

    private readonly Option<bool> _noLimits = new("--no-limits") { Description = "Accepts any number of messages." };
    private readonly Option<bool> _userIds = new("--user-ids")
    {
        Description = "Customers hide their phone numbers; webhooks contain their user ids instead.",
    };
    private readonly Option<bool> _templatesMustExist = new("--templates-must-exist")
    {
        Description = "Refuses templates that the account lacks even while it has none at all.",
    };
    private readonly Option<bool> _emptyNumbers = new("--empty-phone-numbers")
    {
        Description = "Webhooks write the phone number of a customer who hides it as an empty text, instead of leaving it out.",
    };

    /// <summary>Defines the command.</summary>
    /// <param name="name">Its name, as the user types it.</param>
    public CommandLine(string name = ToolName)
    {
        Command = new(
            name,
            "A local Cloud API with a phone on a page: try WhatsApp commerce, and test any client against it, without a Meta account.")
        {
            _port, _host, _callback, _verifyToken, _appSecret, _token, _phoneNumberId, _phoneNumber, _account, _catalogId, _catalog, _state,
            _latency, _faults, _seed, _throughput, _updatesPerWebhook, _noLimits, _userIds,
            _templatesMustExist, _emptyNumbers,
        };
        Command.Validators.Add(result =>
        {
            if (result.GetResult(_throughput) is not null && result.GetResult(_noLimits) is not null)
            {
                result.AddError("--throughput and --no-limits do not go together: use only one of them.");
            }
        });
    }

    /// <summary>Gets the command with its options, which can also be a subcommand of another command.</summary>
    public Command Command { get; }

    /// <summary>
    /// Parses the command line. Returns an exit code when there is nothing to run: after help or the version, or on an error.
    /// </summary>
    public (CommandSettings? Settings, int ExitCode) Read(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        Command.AsRoot();
        ParseResult parsed = Command.ParseArguments(args);
        if (parsed.HasErrors(error))
        {
            return (null, ExitCode.WrongOption);
        }

        // Help and the version have their own actions, so this one does not run then.
        CommandSettings? settings = null;
        Command.SetAction(found => settings = Settings(found));
        int exitCode = parsed.Invoke(new() { Output = output, Error = error });
        return (settings, exitCode);
    }

    public CommandSettings Settings(ParseResult parsed) => new()
    {
        Port = parsed.GetValue(_port),
        Host = parsed.GetValue(_host)!,
        Callback = parsed.GetValue(_callback),
        VerifyToken = parsed.GetValue(_verifyToken),
        AppSecret = parsed.GetValue(_appSecret),
        Token = parsed.GetValue(_token),
        PhoneNumberId = parsed.GetValue(_phoneNumberId),
        PhoneNumber = parsed.GetValue(_phoneNumber),
        BusinessAccountId = parsed.GetValue(_account),
        CatalogId = parsed.GetValue(_catalogId),
        Catalog = parsed.GetValue(_catalog),
        State = parsed.GetValue(_state),
        Latency = parsed.GetValue(_latency),
        Faults = parsed.GetValue(_faults) ?? [],
        Seed = parsed.GetValue(_seed),
        Throughput = parsed.GetValue(_throughput),
        UpdatesPerWebhook = parsed.GetValue(_updatesPerWebhook),
        NoLimits = parsed.GetValue(_noLimits),
        UserIds = parsed.GetValue(_userIds),
        TemplatesMustExist = parsed.GetValue(_templatesMustExist),
        EmptyPhoneNumbers = parsed.GetValue(_emptyNumbers),
    };
}
