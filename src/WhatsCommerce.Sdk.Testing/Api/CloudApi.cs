using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using WhatsCommerce.Testing.Delivery;
using WhatsCommerce.Testing.Judging;

namespace WhatsCommerce.Testing.Api;

/// <summary>Decides what is answered to a request. All of the API goes through <see cref="Answer"/>, and nothing else decides.</summary>
internal sealed class CloudApi(EmulatorContext context)
{
    private static readonly MetaError ReEngagement = new(
        131047,
        "Re-engagement message",
        "Message failed to send because more than 24 hours have passed since the customer last replied to this number.");

    /// <summary>Answers one request.</summary>
    public ApiAnswer Answer(ApiRequest request)
    {
        if (Unauthorized(request.Token) is { } refusal)
        {
            return ApiAnswer.Error(refusal);
        }

        return Route(request.Path) switch
        {
            (null, _) => ApiAnswer.Error(UnknownPath(request)),
            // A number that the token does not open is as unknown as one that does not exist.
            var (id, _) when !context.Numbers.TryGetValue(id, out EmulatedNumber? number) || !IsToken(request.Token!, number) =>
                ApiAnswer.Error(UnknownObject(request.Method, id)),
            (string id, "messages") when request.Method == "POST" => AnswerMessage(request, context.Numbers[id]),
            var (id, _) => ApiAnswer.Error(UnknownObject(request.Method, id)),
        };
    }

    private ApiAnswer AnswerMessage(ApiRequest request, EmulatedNumber from)
    {
        if (!request.IsJson)
        {
            return ApiAnswer.Error(Refusals.Required("messaging_product") with
            {
                Details = "The body was not read as JSON: send it with Content-Type: application/json.",
            });
        }

        JsonElement json;
        try
        {
            json = Utf8.IsValid(request.Body) ? JsonElement.Parse(request.Body) : throw new JsonException("The body is not valid UTF-8.");
        }
        catch (JsonException exception)
        {
            return ApiAnswer.Error(Refusals.Unreadable("Invalid JSON in request body", exception.Message));
        }

        return MessageJudge.Judge(json, context.Catalog, from.PhoneNumber.Digits!) switch
        {
            Refusal refusal => ApiAnswer.Error(refusal),
            AcceptedMessage message => AnswerAccepted(message, from),
            _ => ApiAnswer.Success(static answer => answer.WriteBoolean("success", true)),
        };
    }

    private ApiAnswer AnswerAccepted(AcceptedMessage accepted, EmulatedNumber from)
    {
        MessageId id = context.Ids.NextOutbound();
        if (accepted.To.Kind is AddressKind.Group)
        {
            return Sent(accepted.To, id, () =>
            {
                Enqueue("status sent", context.Bodies.GroupStatus(from, accepted.To.Value, id, "sent", accepted.CallbackData));
                ReportMissing(accepted, from);
            });
        }

        bool mayBeSent = accepted.IsTemplate || context.Customers.IsInsideWindow(accepted.To);
        if (!mayBeSent && !context.Options.WindowErrorAsStatus)
        {
            return ApiAnswer.Error(new Refusal(400, ReEngagement.Code, $"(#{ReEngagement.Code}) {ReEngagement.Title}") { Details = ReEngagement.Details });
        }

        ReceivedMessage message = new(id, context.Options.TimeProvider.GetUtcNow(), accepted, from);
        if (!mayBeSent)
        {
            EmulatedCustomer unreached = context.Customers.Unreached(accepted.To);
            return Sent(accepted.To, id, () => unreached.Fail(message, ReEngagement));
        }

        EmulatedCustomer customer = context.Customers.Accept(accepted.To, message);
        return Sent(accepted.To, id, () =>
        {
            customer.Deliver(message);
            ReportMissing(accepted, from);
        });
    }

    // Meta sends a list without the products that the catalog lacks and asks for a catalog update; through which channel is nowhere
    // documented. A webhook with an error of the number itself is the likely one, since the answer to the request was a success.
    private void ReportMissing(AcceptedMessage accepted, EmulatedNumber from)
    {
        if (accepted.MissingProducts.Count > 0)
        {
            string missing = Refusals.ProductsNotFoundDetails(context.Catalog.Id.Value!, accepted.MissingProducts);
            Enqueue("errors", context.Bodies.Error(from, new(
                131009,
                "Parameter value is not valid",
                $"{missing}. The message was sent without them: update the catalog.")));
        }
    }

    private void Enqueue(string subject, byte[] body) => _ = context.Sender.Enqueue(subject, body);

    private static ApiAnswer Sent(Address to, MessageId id, Action afterwards) => ApiAnswer.Success(
        answer =>
        {
            answer.WriteString("messaging_product", "whatsapp");
            answer.WriteStartArray("contacts");
            answer.WriteStartObject();
            answer.WriteString("input", to.Input);
            answer.WriteString(to.Kind is AddressKind.User ? "user_id" : "wa_id", to.Value);
            answer.WriteEndObject();
            answer.WriteEndArray();
            answer.WriteStartArray("messages");
            answer.WriteStartObject();
            answer.WriteString("id", id.Value);
            answer.WriteEndObject();
            answer.WriteEndArray();
        },
        afterwards);

    private Refusal? Unauthorized(string? token) => token switch
    {
        null or "" => new(401, 104, "An access token is required to request this resource"),
        _ when context.Numbers.Values.Any(number => IsToken(token, number)) => null,
        _ => new(401, 190, "Invalid OAuth access token - Cannot parse access token"),
    };

    private static bool IsToken(string token, EmulatedNumber number) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(number.AccessToken));

    // /v25.0/<id>/<edge>, and the same without a version, which Graph takes for the app's default one.
    private static (string? Id, string? Edge) Route(string path)
    {
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        ReadOnlySpan<string> rest = parts is [{ Length: > 1 } version, ..] && version[0] == 'v' && char.IsAsciiDigit(version[1]) ? parts.AsSpan(1) : parts;
        return rest switch
        {
            [var id] => (id, null),
            [var id, var edge] => (id, edge),
            _ => (null, null),
        };
    }

    private static Refusal UnknownPath(ApiRequest request) => new(400, 2500, $"Unknown path components: {request.Path}");

    private static Refusal UnknownObject(string method, string id) => new(
        400,
        100,
        $"Unsupported {Verb(method)} request. Object with ID '{id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api")
    {
        Type = "GraphMethodException",
        Subcode = 33,
    };

    private static string Verb(string method) => method switch
    {
        "GET" or "HEAD" => "get",
        "DELETE" => "delete",
        _ => "post",
    };
}
