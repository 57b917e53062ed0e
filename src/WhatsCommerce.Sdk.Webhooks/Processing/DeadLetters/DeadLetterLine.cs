using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Encodings.Web;

namespace WhatsCommerce.Webhooks;

/// <summary>A line of a <see cref="DeadLetterFile"/>: a letter, or the removal of the letter with a given id.</summary>
/// <param name="Key">The hash of the id.</param>
/// <param name="Letter">The letter; <see langword="null"/> for a removal.</param>
internal readonly record struct DeadLetterLine(UInt128 Key, DeadLetter? Letter)
{
    /// <summary>
    /// The longest line, in bytes: a body of 3 MB in base64, with ample room for the other members. This class writes no longer line.
    /// </summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private const int LargestBody = MaxBytes / 4 * 3;

    // People read the file too, and it is never embedded in HTML: a plus sign may stay unescaped. Line ends are escaped all the same.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Hashes an id to 16 bytes. Ids can be of any length and there may be many, so only the hashes stay in memory.</summary>
    public static UInt128 KeyOf(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    /// <summary>Serializes a letter, with the line end.</summary>
    /// <exception cref="ArgumentException">The letter does not fit into a line.</exception>
    public static byte[] Write(DeadLetter letter)
    {
        ArrayBufferWriter<byte> line = new(512);
        if (letter.Body.Length < LargestBody)
        {
            using (Utf8JsonWriter json = new(line, Readable))
            {
                json.WriteStartObject();
                json.WriteString("id"u8, letter.Id);
                json.WriteString("time"u8, letter.Time.ToString("O", CultureInfo.InvariantCulture));
                json.WriteString("reason"u8, letter.Reason.ToString());
                json.WriteString("endpoint"u8, letter.EndpointName);
                WriteIfThere(json, "handler"u8, letter.HandlerName);
                WriteIfThere(json, "key"u8, letter.EventKey);
                json.WriteNumber("attempts"u8, letter.Attempts);
                WriteIfThere(json, "error"u8, letter.Error);
                json.WriteBase64String("body"u8, letter.Body.Span);
                json.WriteEndObject();
            }

            line.Write("\n"u8);
        }

        return line.WrittenCount is > 0 and <= MaxBytes
            ? line.WrittenSpan.ToArray()
            : throw new ArgumentException(
                FormattableString.Invariant($"The dead letter with a body of {letter.Body.Length} bytes does not fit into a line of ")
                + FormattableString.Invariant($"{MaxBytes} bytes. ")
                + "Lower MaxBodyBytes (Meta sends at most 3 MB), or register an IDeadLetterStore that takes larger ones.",
                nameof(letter));
    }

    /// <summary>Serializes the removal of a letter, with the line end.</summary>
    public static byte[] WriteRemoval(string id)
    {
        ArrayBufferWriter<byte> line = new();
        using (Utf8JsonWriter json = new(line, Readable))
        {
            json.WriteStartObject();
            json.WriteString("removed"u8, id);
            json.WriteEndObject();
        }

        line.Write("\n"u8);
        return line.WrittenSpan.ToArray();
    }

    /// <summary>Reads a line. Unknown members are ignored.</summary>
    /// <returns>Whether the line is a complete letter or removal as written above.</returns>
    public static bool TryRead(ReadOnlySpan<byte> utf8, out DeadLetterLine line)
    {
        line = default;
        try
        {
            Utf8JsonReader json = new(utf8);
            string? id = null, removed = null, time = null, reason = null, endpoint = null, handler = null, key = null, error = null;
            int attempts = 0;
            byte[]? body = null;
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                string name = json.GetString()!;
                json.Read();
                switch (name)
                {
                    case "id": id = json.GetString(); break;
                    case "removed": removed = json.GetString(); break;
                    case "time": time = json.GetString(); break;
                    case "reason": reason = json.GetString(); break;
                    case "endpoint": endpoint = json.GetString(); break;
                    case "handler": handler = json.GetString(); break;
                    case "key": key = json.GetString(); break;
                    case "attempts": attempts = json.GetInt32(); break;
                    case "error": error = json.GetString(); break;
                    case "body": body = json.GetBytesFromBase64(); break;
                    default: json.Skip(); break;
                }
            }

            // Throws if anything but white space follows.
            json.Read();
            if (removed is not null)
            {
                line = new(KeyOf(removed), null);
                return true;
            }

            if (id is null || endpoint is null || body is null
                || !DateTimeOffset.TryParseExact(time, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset when)
                || !Enum.TryParse(reason, out DeadLetterReason why) || !Enum.IsDefined(why))
            {
                return false;
            }

            line = new(KeyOf(id), new DeadLetter
            {
                Id = id,
                Time = when,
                Reason = why,
                EndpointName = endpoint,
                HandlerName = handler,
                EventKey = key,
                Attempts = attempts,
                Error = error,
                Body = body,
            });
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // The JSON is malformed, a value has the wrong type, or a number or base64 text is invalid.
            return false;
        }
    }

    private static void WriteIfThere(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
