namespace WhatsCommerce.Testing;

/// <summary>
/// The endpoints for solution providers: the code of embedded sign-up, accounts of the business and of its clients, lines of credit.
/// Source: Meta, embedded-signup and solution-providers, and its published OpenAPI description.
/// </summary>
internal sealed class OnboardingEndpoints(
    CloudApiEmulatorOptions options, EmulatedAccounts accounts, SignupCodes codes, CreditBook credits, NumberEndpoints numbers,
    Paging paging)
{
    private static readonly string[] Currencies = ["AUD", "EUR", "GBP", "IDR", "INR", "USD"];

    /// <summary>Whether a path is that of the code exchange, which requires no token.</summary>
    public static bool IsExchange(GraphPath? path) => path is { Id: "oauth", Edge: "access_token", Rest: [] };

    /// <summary>
    /// Exchanges a code for the token of the number that signed up; or returns a token of the app, which has no permissions here.
    /// </summary>
    public ApiResponse Exchange(ApiCall call)
    {
        string app = call.Text("client_id") is { Length: > 0 } id ? id : throw Refused(101, "Missing client_id parameter.");
        ApiCall.Check(
            !app.All(char.IsAsciiDigit) ? Of(101, "Error validating application. Cannot get application info due to a system error.")
            : call.Text("client_secret") != options.AppSecret ? Of(1, "Error validating client secret.")
            : null);
        if (call.Text("grant_type") == "client_credentials")
        {
            return Token($"{app}|local");
        }

        string code = call.Text("code") is { Length: > 0 } given ? given : throw Refused(100, "Missing authorization code");
        (string? token, bool wasIssued) = codes.Take(code);
        return token is not null ? Token(token) : throw new RefusedException(
            wasIssued
                ? Of(100, "This authorization code has been used.") with { Subcode = 36009 }
                : Of(100, "Invalid verification code format.") with { Subcode = 36009 });
    }

    public ApiResponse ListOwned(ApiCall call, EmulatedBusiness business) => List(call, account => account == accounts.Main);

    // Accounts that a test adds belong to tenants, who share them with the business.
    public ApiResponse ListClient(ApiCall call, EmulatedBusiness business) => List(call, account => account != accounts.Main);

    public ApiResponse ListCredit(ApiCall call, EmulatedBusiness business) => ApiResponse.Success(json =>
    {
        json.WriteStartArray("data");
        json.WriteStartObject();
        json.WriteString("id", credits.Line.Id);
        json.WriteString("legal_entity_name", "Local business");
        json.WriteEndObject();
        json.WriteEndArray();
    });

    public ApiResponse Share(ApiCall call, CreditLineNode line)
    {
        string currency = call.Required("waba_currency");
        string id = call.Required("waba_id");
        ApiCall.Check(Currencies.Contains(currency) ? null : Refusals.NotOneOf("waba_currency", string.Join(", ", Currencies), currency));
        EmulatedAccount account = accounts.Find(id)
            ?? throw new RefusedException(Refusals.InvalidParameter($"There is no WhatsApp Business account {id}."));
        CreditAllocation made = credits.Share(account);
        return ApiResponse.Success(json =>
        {
            json.WriteString("allocation_config_id", made.Id);
            json.WriteString("waba_id", id);
        });
    }

    public static ApiResponse ReadShare(ApiCall call, CreditAllocation share) => ApiResponse.Success(json =>
    {
        json.WriteString("id", share.Id);
        json.WriteStartObject("receiving_credential");
        json.WriteString("id", share.FundingId);
        json.WriteEndObject();
        json.WriteStartObject("receiving_business");
        json.WriteString("name", "Local business");
        json.WriteString("id", share.Account.Id.Value);
        json.WriteEndObject();
        if (share.IsRevoked)
        {
            json.WriteString("request_status", "DELETED");
        }
    });

    public static ApiResponse Revoke(ApiCall call, CreditAllocation share)
    {
        CreditBook.Revoke(share);
        return ApiResponse.Done();
    }

    private ApiResponse List(ApiCall call, Func<EmulatedAccount, bool> holds)
    {
        EmulatedAccount[] sorted = [.. accounts.All.OrderBy(IdOf)];
        IReadOnlyList<string> fields = numbers.AccountFields.Read(call);
        return paging.Respond(call, sorted, IdOf, (json, account) => numbers.AccountFields.Write(json, account, fields), holds);
    }

    private static ApiResponse Token(string token) => ApiResponse.Success(json =>
    {
        json.WriteString("access_token", token);
        json.WriteString("token_type", "bearer");
    });

    private static long IdOf(EmulatedAccount account) =>
        long.TryParse(account.Id.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : 0;

    private static Refusal Of(int code, string message) => new(400, code, message);

    private static RefusedException Refused(int code, string message) => new(Of(code, message));
}
