using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace WhatsCommerce.Testing;

/// <summary>Everything that survives a restart, as one JSON file.</summary>
internal sealed partial class EmulatorState(
    CloudApiEmulatorOptions options,
    IdSequence ids,
    CatalogState catalogs,
    NodeState nodes,
    TemplateState templates,
    NumberState number,
    MediaState media,
    CustomerState customers,
    PendingWebhookState webhooks,
    BatchState batches,
    PaymentState payments,
    GroupState groups,
    FlowState flows)
{
    private const int Version = 1;
    private const int MaxDepth = 256;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private SavedOwner Owner => new(options.PhoneNumberId.Value!, options.BusinessAccountId.Value!, options.CatalogId.Value!);

    public byte[] Write()
    {
        // What runs on meanwhile may stand here twice, never not at all: a batch before the catalog that it changes, a chat before the
        // webhooks that report it, and the last id after everything that has one.
        SavedState saved = new(Version, Owner)
        {
            Batches = batches.Save(),
            Catalogs = catalogs.Save(),
            Reviews = catalogs.SaveReviews(),
            Nodes = nodes.Save(),
            Templates = templates.Save(),
            Number = number.Save(),
            Media = media.Save(),
            Customers = customers.Save(),
            PendingWebhooks = webhooks.Save(),
            Payments = payments.Save(),
            Groups = groups.Save(),
            Flows = flows.Save(),
            LastId = ids.Last,
        };
        ArrayBufferWriter<byte> buffer = new(4096);
        using (Utf8JsonWriter json = new(buffer, Writing))
        {
            JsonSerializer.Serialize(json, saved, StateJson.Default.SavedState);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Takes the state back into parts that are still as they were made.</summary>
    /// <exception cref="InvalidDataException">
    /// It cannot be read, or is that of another number, account or catalog; the message says so.
    /// </exception>
    public void Read(ReadOnlyMemory<byte> content)
    {
        SavedState saved = Parse(content);
        CheckOwner("phoneNumberId", saved.Owner.PhoneNumberId, Owner.PhoneNumberId);
        CheckOwner("businessAccountId", saved.Owner.BusinessAccountId, Owner.BusinessAccountId);
        CheckOwner("catalogId", saved.Owner.CatalogId, Owner.CatalogId);

        // In this order, since later ones name what earlier ones have made.
        ids.Last = saved.LastId ?? ids.Last;
        Take("catalogs", saved.Catalogs, catalogs.Restore);
        Take("reviews", saved.Reviews, catalogs.RestoreReviews);
        Take("nodes", saved.Nodes, nodes.Restore);
        Take("templates", saved.Templates, templates.Restore);
        Take("number", saved.Number, number.Restore);
        Take("media", saved.Media, media.Restore);
        Take("customers", saved.Customers, customers.Restore);
        Take("pendingWebhooks", saved.PendingWebhooks, webhooks.Restore);
        Take("batches", saved.Batches, batches.Restore);
        Take("payments", saved.Payments, payments.Restore);
        Take("groups", saved.Groups, groups.Restore);
        Take("flows", saved.Flows, flows.Restore);
    }

    private static SavedState Parse(ReadOnlyMemory<byte> content)
    {
        using JsonDocument document = ParseJson(content);
        JsonElement root = document.RootElement;
        if (root.ValueKind is not JsonValueKind.Object || !root.TryGetProperty("version", out JsonElement version))
        {
            throw new InvalidDataException("the file cannot be read: 'version' is missing");
        }

        if (!version.TryGetInt32(out int found) || found != Version)
        {
            throw new InvalidDataException($"it is of version {version}, and this emulator reads version {Version}");
        }

        try
        {
            return root.Deserialize(StateJson.Default.SavedState)!;
        }
        catch (JsonException exception)
        {
            string part = Part().Match(exception.Path ?? "") is { Success: true } match ? $"'{match.Groups["name"].Value}'" : "the file";
            string problem = Missing().Match(exception.Message) is { Success: true } missing
                ? $"{missing.Groups["name"].Value} is missing"
                : exception.Message;
            throw new InvalidDataException($"{part} cannot be read: {problem}", exception);
        }
    }

    private static JsonDocument ParseJson(ReadOnlyMemory<byte> content)
    {
        try
        {
            return JsonDocument.Parse(content, new() { MaxDepth = MaxDepth });
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"it is not valid JSON: {exception.Message}", exception);
        }
    }

    private static void CheckOwner(string name, string found, string wanted)
    {
        if (found != wanted)
        {
            throw new InvalidDataException(
                $"it is that of {name} {found}, and the options say {wanted}: give them the same, or another folder");
        }
    }

    private static void Take<T>(string name, T? part, Action<T> restore)
        where T : class
    {
        if (part is null)
        {
            return;
        }

        try
        {
            restore(part);
        }
        catch (Exception exception) when (
            exception is InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"'{name}' cannot be read: {exception.Message}", exception);
        }
    }

    [GeneratedRegex(@"^\$\.(?<name>\w+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Part();

    // .NET's sentence about required members names them in quotes; when it should change, it is told as it is.
    [GeneratedRegex("missing required properties including: (?<name>'[^']+')", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Missing();
}
