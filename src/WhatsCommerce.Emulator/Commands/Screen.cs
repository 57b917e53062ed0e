using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace WhatsCommerce.Emulator.Commands;

/// <summary>Writes the output of the command.</summary>
/// <param name="output">The writer.</param>
/// <param name="command">What the user types to run the command.</param>
internal sealed class Screen(TextWriter output, string command)
{
    private static readonly JsonWriterOptions Writing = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private const string Message = """{"messaging_product":"whatsapp","to":"+16505551234","type":"text","text":{"body":"Hello!"}}""";

    public void Show(string line)
    {
        output.WriteLine(line);
        output.Flush();
    }

    /// <summary>Writes all addresses, and the settings of a client and a callback.</summary>
    public void ShowSettings(CloudApiEmulator cloud, CommandSettings settings)
    {
        WhatsCommerceOptions options = cloud.Options;
        string api = $"{cloud.BaseAddress}{options.GraphVersion}";
        string callback = settings.Callback?.ToString() ?? "http://localhost:5000/webhooks/whatsapp";
        string webhooks = settings.Callback is null
            ? $"Webhooks go nowhere yet; to send them to an app:\n\n  {command} --callback {callback}"
            : $"Webhooks go to {callback}";
        Show($$"""

              The page with the phone   {{cloud.BaseAddress}}
              The local Cloud API       {{api}}
            {{Warning(settings.Host)}}
            For WhatsCommerce.Sdk, in appsettings.json:

            {{SdkSettings(cloud)}}

            For any other client:

              Base address         {{api}}
              Access token         {{options.AccessToken}}
              Phone number id      {{options.PhoneNumberId}}
              Business account id  {{options.BusinessAccountId}}
              Catalog id           {{options.CatalogId}} ({{cloud.Catalog.Count.ToString(CultureInfo.InvariantCulture)}} items)
              App secret           {{cloud.AppSecret}}
              Verify token         {{cloud.VerifyToken}}

              curl {{api}}/{{options.PhoneNumberId}}/messages -H 'Authorization: Bearer {{options.AccessToken}}' \
                -H 'Content-Type: application/json' \
                -d '{{Message}}'

            {{webhooks}}

            Ctrl+C ends it.

            """);
    }

    /// <summary>Returns the settings in the format that the SDK and its webhook endpoint read.</summary>
    internal static string SdkSettings(CloudApiEmulator cloud)
    {
        WhatsCommerceOptions options = cloud.Options;
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Writing))
        {
            json.WriteStartObject();
            json.WriteStartObject("WhatsCommerce");
            json.WriteString("BaseAddress", options.BaseAddress.ToString());
            json.WriteString("AccessToken", options.AccessToken);
            json.WriteString("PhoneNumberId", options.PhoneNumberId);
            json.WriteString("BusinessAccountId", options.BusinessAccountId);
            json.WriteString("BusinessId", options.BusinessId);
            json.WriteString("CatalogId", options.CatalogId);
            json.WriteStartObject("Webhooks");
            json.WriteStartArray("AppSecrets");
            json.WriteStringValue(cloud.AppSecret);
            json.WriteEndArray();
            json.WriteString("VerifyToken", cloud.VerifyToken);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Warning(IPAddress host) => IPAddress.IsLoopback(host) ? "" : $"""

          WARNING: it listens on {host}, so that every machine that reaches this one can read the messages of the page
          and write in the name of its customers. Leave --host away to keep it to this machine.

        """;
}
