using System.CommandLine;
using System.Net;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Emulator.Commands;

/// <summary>The options of the command, each in a line of its own, and what they come to.</summary>
internal sealed class CommandLine
{
    private readonly Option<int> _port = Valued(
        "--port", "PORT", "The port; 0 takes a free one.", OptionValues.Port, CommandSettings.DefaultPort);

    private readonly Option<IPAddress?> _host = Valued<IPAddress?>(
        "--host", "ADDRESS", "The IP address to listen on. Anything but the loopback address lets other machines in.", OptionValues.Address, IPAddress.Loopback);

    private readonly Option<Uri?> _callback = Valued<Uri?>(
        "--callback", "URL", "Where webhooks go. It need not run yet: it is tried until it answers.", OptionValues.WebAddress);

    private readonly Option<string?> _verifyToken = Valued<string?>("--verify-token", "TEXT", "What the callback is verified with.", OptionValues.Secret);
    private readonly Option<string?> _appSecret = Valued<string?>("--app-secret", "TEXT", "What webhooks are signed with.", OptionValues.Secret);
    private readonly Option<string?> _token = Valued<string?>("--token", "TEXT", "The access token that requests must carry.", OptionValues.Secret);
    private readonly Option<string?> _phoneNumberId = Valued<string?>("--phone-number-id", "ID", "The id of the business phone number.", OptionValues.Id);
    private readonly Option<PhoneNumber> _phoneNumber = Valued<PhoneNumber>("--phone-number", "NUMBER", "The business phone number itself.", OptionValues.Phone);
    private readonly Option<string?> _account = Valued<string?>("--business-account-id", "ID", "The id of the WhatsApp Business account.", OptionValues.Id);
    private readonly Option<string?> _catalogId = Valued<string?>("--catalog-id", "ID", "The id of the catalog.", OptionValues.Id);

    private readonly Option<FileInfo?> _catalog = Valued<FileInfo?>(
        "--catalog", "FILE", "Items to put into the catalog, JSON or CSV; an example shop unless given.", OptionValues.ExistingFile);

    private readonly Option<DirectoryInfo?> _state = Valued<DirectoryInfo?>(
        "--state", "FOLDER", "Where everything is kept, so that it survives a restart; nothing is kept unless given.", OptionValues.Folder);

    private readonly Option<LatencyRange> _latency = Valued<LatencyRange>(
        "--latency", "TIME", "How long each answer takes: 200ms, 1.5s, or a random time of a range, 100-400ms.", OptionValues.Latency);

    private readonly Option<IReadOnlyList<RandomFault>> _faults = Valued<IReadOnlyList<RandomFault>>(
        "--faults", "FAULTS", "What goes wrong by chance: 131000:0.01,cut:0.005,cut+after:0.005,slow=3s:0.1.", RandomFault.ReadAll);

    private readonly Option<int> _seed = Valued("--seed", "NUMBER", "Where the chance of --faults begins; the same seed gives the same faults.", OptionValues.Seed, 0);

    private readonly Option<int?> _throughput = Valued<int?>(
        "--throughput", "NUMBER", "How many messages a second are let through before error 130429.", OptionValues.Throughput);

    private readonly Option<int> _updatesPerWebhook = Valued(
        "--updates-per-webhook", "NUMBER", "How many updates one webhook holds at most; they are put together while the callback is busy.", OptionValues.UpdatesPerWebhook, 1);

    private readonly Option<bool> _noLimits = new("--no-limits") { Description = "Lets any number of messages through." };
    private readonly Option<bool> _userIds = new("--user-ids") { Description = "Customers hide their phone numbers; webhooks name them by user ids." };
    private readonly RootCommand _root;

    public CommandLine()
    {
        _root = new("A local Cloud API with a phone on a page: try WhatsApp commerce, and test any client against it, without a Meta account.")
        {
            _port, _host, _callback, _verifyToken, _appSecret, _token, _phoneNumberId, _phoneNumber, _account, _catalogId, _catalog, _state,
            _latency, _faults, _seed, _throughput, _updatesPerWebhook, _noLimits, _userIds,
        };
        _root.Validators.Add(result =>
        {
            if (result.GetResult(_throughput) is not null && result.GetResult(_noLimits) is not null)
            {
                result.AddError("--throughput and --no-limits do not go together: give one of them.");
            }
        });
    }

    /// <summary>Reads the command line; an exit code when there is nothing to run, since help was asked for, or something is wrong.</summary>
    public (CommandSettings? Settings, int ExitCode) Read(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        // An argument that begins with @ is a value like any other, no file of further arguments.
        ParseResult parsed = _root.Parse(args, new() { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (string message in parsed.Errors.Select(problem => problem.Message).Distinct())
            {
                error.WriteLine(message);
            }

            error.WriteLine("--help tells what there is.");
            return (null, ExitCode.WrongOption);
        }

        // Help and the version have actions of their own, so that this one is not reached then.
        CommandSettings? settings = null;
        _root.SetAction(found => settings = Settings(found));
        int exitCode = parsed.Invoke(new() { Output = output, Error = error });
        return (settings, exitCode);
    }

    private CommandSettings Settings(ParseResult parsed) => new()
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
    };

    private static Option<T> Valued<T>(string name, string placeholder, string description, Func<string, (T Value, string? Problem)> read, T? otherwise = default)
    {
        Option<T> option = new(name)
        {
            HelpName = placeholder,

            // One, in truth: that the value is missing is told below, with what it would have been.
            Arity = ArgumentArity.ZeroOrOne,
            Description = description,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                (T value, string? problem) = read(text);
                if (problem is not null)
                {
                    result.AddError($"{name}: '{text}' will not do: {problem}.");
                }

                return value;
            },
        };
        option.Validators.Add(result =>
        {
            if (result is { Implicit: false, Tokens.Count: 0 })
            {
                result.AddError($"{name} stands without a value: {read("").Problem}.");
            }
        });
        if (otherwise is not null && !EqualityComparer<T>.Default.Equals(otherwise, default))
        {
            option.DefaultValueFactory = _ => otherwise;
        }

        return option;
    }
}
