using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace WhatsCommerce.Tests;

/// <summary>
/// Compares a text with the file that was approved for the running test. The files are named as Verify names them:
/// <c>Class.Method.verified.json</c> beside the test; a failing test leaves <c>.received.json</c> next to it. To approve, look at the
/// received file and rename it, or run the tests once with <c>ACCEPT_SNAPSHOTS=1</c>.
/// </summary>
internal static class Snapshot
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    /// <summary>Compares JSON, indented for the reader but otherwise as it is: order of members and escapes count.</summary>
    public static void MatchJson(
        ReadOnlySpan<byte> json, string? parameters = null, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Indented))
        {
            Utf8JsonReader reader = new(json);
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            Write(writer, document.RootElement);
        }

        Match(Encoding.UTF8.GetString(stream.ToArray()), "json", parameters, file, method);
    }

    /// <summary>Compares a text.</summary>
    public static void MatchText(
        string text, string? parameters = null, [CallerFilePath] string file = "", [CallerMemberName] string method = "") =>
        Match(text, "txt", parameters, file, method);

    // Values are written as they came, so that a change of escaping shows.
    private static void Write(Utf8JsonWriter writer, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty member in json.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in json.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteRawValue(json.GetRawText());
                break;
        }
    }

    private static void Match(string received, string extension, string? parameters, string file, string method)
    {
        // Deterministic builds map the source root to /_/; the real folder is found from the repository instead.
        string folder = Path.GetDirectoryName(file.StartsWith("/_/", StringComparison.Ordinal)
            ? Path.Combine(SharedMaterial.Repository, file[3..])
            : file)!;
        string name = $"{Path.GetFileNameWithoutExtension(file)}.{method}{(parameters is null ? "" : "_" + parameters)}";
        string verifiedPath = Path.Combine(folder, $"{name}.verified.{extension}");
        string receivedPath = Path.Combine(folder, $"{name}.received.{extension}");
        received = received.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(verifiedPath, received);
        }

        string? verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath).ReplaceLineEndings("\n") : null;
        if (verified == received)
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received);
        Assert.Fail(verified is null
            ? $"There is no approved snapshot. Look at {receivedPath} and rename it to {Path.GetFileName(verifiedPath)}.\n\n{received}"
            : $"The snapshot differs: compare {receivedPath} with "
                + $"{Path.GetFileName(verifiedPath)}.\n\nReceived:\n{received}\nApproved:\n{verified}");
    }
}
