using WhatsCommerce.Templates;

namespace WhatsCommerce.Tool.Verification;

/// <summary><c>templates</c>: lists them, creates one from a file, and waits for Meta's review.</summary>
internal sealed class TemplatesCommand(ToolConsole console)
{
    private const int MaxFileBytes = 1024 * 1024;

    private readonly AccountOptions _account = new();
    private readonly Option<bool> _json = ToolOptions.Json();

    private readonly Option<int> _wait = ToolOptions.Number(
        "--timeout", "SECONDS", "How long to wait for the review.", 1, 7 * 86_400, 86_400);

    public Command Create() => new("templates", "Lists message templates, creates one, and waits for Meta's review.")
    {
        CreateList(), CreateCreate(), CreateWait(),
    };

    private Command CreateList()
    {
        Option<string?> name = ToolOptions.Text("--name", "TEXT", "Only those with this name.");
        Option<string?> status = ToolOptions.Text("--status", "STATUS", "Only those with this status, such as APPROVED.");
        Command command = new("list", "Lists the templates of the account.") { name, status };
        return With(command, async (client, parsed, end) =>
        {
            TemplateQuery query = new()
            {
                Name = parsed.GetValue(name),
                Statuses = parsed.GetValue(status) is { } wanted ? [wanted] : [],
            };
            List<TemplateLine> templates = [];
            await foreach (MessageTemplate template in client.Templates.ListAsync(query, cancellationToken: end).ConfigureAwait(false))
            {
                templates.Add(TemplateLine.Of(template));
            }

            Show(parsed, templates);
            return ToolExitCode.Ok;
        });
    }

    private Command CreateCreate()
    {
        Argument<string> file = new("file")
        {
            HelpName = "FILE",
            Description = "The template as JSON (name, language, category, components), or - for the standard input.",
        };
        Option<bool> wait = new("--wait") { Description = "Waits for the review." };
        Command command = new("create", "Creates a template and hands it in for review.") { file, wait, _wait };
        return With(command, async (client, parsed, end) =>
        {
            byte[] json = await BoundedInput.ReadAsync(console, parsed.GetValue(file)!, MaxFileBytes, end).ConfigureAwait(false);
            TemplateDefinition definition = Read(json, parsed.GetValue(file)!);
            CreatedTemplate created = await client.Templates.CreateAsync(definition, cancellationToken: end).ConfigureAwait(false);
            if (parsed.GetValue(wait))
            {
                return await WaitAsync(client, parsed, created.Id, end).ConfigureAwait(false);
            }

            Show(
                parsed,
                [
                    new(created.Id.Value, definition.Name, definition.Language, created.Category.Value, created.Status.Value, null),
                ]);
            return ToolExitCode.Ok;
        });
    }

    private Command CreateWait()
    {
        Argument<string> name = new("name") { Description = "The name of the template." };
        Argument<string> language = new("language") { Description = "Its language, such as en_US." };
        Command command = new("wait", "Waits until a template is reviewed.") { name, language, _wait };
        return With(command, async (client, parsed, end) =>
        {
            (string wanted, string spoken) = (parsed.GetValue(name)!, parsed.GetValue(language)!);
            MessageTemplate template = await client.Templates.FindAsync(wanted, spoken, cancellationToken: end).ConfigureAwait(false)
                ?? throw new CommandFailedException($"The account has no template '{wanted}' in {spoken}.");
            return await WaitAsync(client, parsed, template.Id, end).ConfigureAwait(false);
        });
    }

    private Command With(Command command, Func<WhatsCommerceClient, ParseResult, CancellationToken, Task<int>> run)
    {
        command.Options.Add(_json);
        _account.AddTo(command);
        command.SetAction(async (parsed, end) =>
        {
            AccountClient account = await AccountClient
                .CreateAsync(parsed, _account, console, [nameof(WhatsCommerceOptions.BusinessAccountId)], end).ConfigureAwait(false);
            await using (account.ConfigureAwait(false))
            {
                return await run(account.Client, parsed, end).ConfigureAwait(false);
            }
        });
        return command;
    }

    private async Task<int> WaitAsync(WhatsCommerceClient client, ParseResult parsed, TemplateId id, CancellationToken end)
    {
        try
        {
            TemplateReview review = await client.Templates
                .WaitUntilReviewedAsync(id, TimeSpan.FromSeconds(parsed.GetValue(_wait)), end).ConfigureAwait(false);
            Show(parsed, [TemplateLine.Of(review.Template)]);
            console.Say(ToolConsole.Plain(review.ToString()), review.IsApproved ? Shade.Green : Shade.Red);
            return review.IsApproved ? ToolExitCode.Ok : ToolExitCode.Findings;
        }
        catch (OperationUnfinishedException exception)
        {
            throw new CommandFailedException(exception.Message);
        }
    }

    private void Show(ParseResult parsed, IReadOnlyList<TemplateLine> templates)
    {
        if (parsed.GetValue(_json))
        {
            foreach (TemplateLine template in templates)
            {
                console.ShowJson(template, VerificationJson.Default.TemplateLine);
            }

            return;
        }

        console.ShowTable(
            ["NAME", "LANGUAGE", "CATEGORY", "STATUS", "ID"],
            [
                .. templates.Select(template => (IReadOnlyList<string>)
                [
                    ToolConsole.Plain(template.Name),
                    ToolConsole.Plain(template.Language),
                    ToolConsole.Plain(template.Category),
                    ToolConsole.Plain(template.Reason is null ? template.Status : $"{template.Status} ({template.Reason})"),
                    ToolConsole.Plain(template.Id),
                ]),
            ]);
    }

    private static TemplateDefinition Read(byte[] json, string file)
    {
        try
        {
            return TemplateDefinition.FromJson(json);
        }
        catch (FormatException exception)
        {
            throw new CannotRunException($"{file}: {exception.Message}");
        }
    }
}
