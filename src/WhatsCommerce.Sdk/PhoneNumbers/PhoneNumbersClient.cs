using WhatsCommerce.Http;
using WhatsCommerce.Json;
using WhatsCommerce.Validation;

namespace WhatsCommerce.PhoneNumbers;

/// <summary>The business's own numbers, and the profile that customers see. Reached as <see cref="WhatsCommerceClient.PhoneNumbers"/>.</summary>
public class PhoneNumbersClient
{
    private static readonly GraphEndpoint<PageAnswer<BusinessPhoneNumber>> Numbers =
        new(HttpMethod.Get, account => $"{account.RequireBusinessAccountId()}/phone_numbers", GraphJson.Default.PageAnswerBusinessPhoneNumber, answer => answer.Data is not null)
        {
            Operation = "list_phone_numbers",
            Query = GraphQuery.Fields(BusinessPhoneNumber.Fields),
        };

    private static readonly GraphEndpoint<BusinessPhoneNumber> Number =
        new(HttpMethod.Get, account => account.RequirePhoneNumberId(), GraphJson.Default.BusinessPhoneNumber, answer => answer.Id.HasValue)
        {
            Operation = "get_phone_number",
            Query = GraphQuery.Fields(BusinessPhoneNumber.Fields),
        };

    private static readonly GraphEndpoint<PageAnswer<BusinessProfileAnswer>> Profile =
        new(HttpMethod.Get, account => $"{account.RequirePhoneNumberId()}/whatsapp_business_profile", GraphJson.Default.PageAnswerBusinessProfileAnswer, answer => answer.Data is not null)
        {
            Operation = "get_business_profile",
            Query = GraphQuery.Fields("about,address,description,email,profile_picture_url,websites,vertical"),
        };

    private static readonly GraphEndpoint<SuccessAnswer> SetProfile =
        new(HttpMethod.Post, account => $"{account.RequirePhoneNumberId()}/whatsapp_business_profile", GraphJson.Default.SuccessAnswer, answer => answer.Success == true)
        {
            Operation = "set_business_profile",
        };

    private static readonly GraphEndpoint<SuccessAnswer> SetNumber =
        new(HttpMethod.Post, account => account.RequirePhoneNumberId(), GraphJson.Default.SuccessAnswer, answer => answer.Success == true)
        {
            Operation = "update_phone_number",
        };

    private readonly GraphTransport _transport = null!;

    internal PhoneNumbersClient(GraphTransport transport) => _transport = transport;

    /// <summary>For test doubles that override the methods.</summary>
    protected PhoneNumbersClient()
    {
    }

    /// <summary>Lists the numbers of this client's WhatsApp Business account.</summary>
    /// <param name="cancellationToken">Gives the rest of the list up.</param>
    public virtual Paged<BusinessPhoneNumber> ListAsync(CancellationToken cancellationToken = default) =>
        _transport.List(Numbers, cancellationToken);

    /// <summary>Reads how this client's number stands: its quality, its verified name, its limits.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="GraphException">Meta refused it, or could not be reached.</exception>
    public virtual Task<BusinessPhoneNumber> GetAsync(CancellationToken cancellationToken = default) =>
        _transport.SendIdempotentAsync(Number, body: null, cancellationToken);

    /// <summary>Asks for another display name, which Meta reviews before it shows it.</summary>
    /// <param name="displayName">From 2 to 75 characters.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="WhatsCommerceValidationException">The name breaks a rule; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta refused it, or could not be reached.</exception>
    public virtual async Task RequestDisplayNameAsync(string displayName, CancellationToken cancellationToken = default)
    {
        Violations violations = new();
        violations.RequireText(
            "new_display_name", displayName, PhoneNumberLimits.DisplayNameLength, "The display name", PhoneNumberLimits.MinDisplayNameLength);
        violations.ThrowIfAny("The display name was not sent");
        byte[] body = JsonBytes.Write(displayName, static (writer, name) =>
        {
            writer.WriteStartObject();
            writer.WriteString("new_display_name"u8, name);
            writer.WriteEndObject();
        });
        await _transport.SendIdempotentAsync(SetNumber, body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the profile that customers see.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="GraphException">Meta refused it, or could not be reached.</exception>
    public virtual async Task<BusinessProfile> GetProfileAsync(CancellationToken cancellationToken = default)
    {
        PageAnswer<BusinessProfileAnswer> answer = await _transport.SendIdempotentAsync(Profile, body: null, cancellationToken).ConfigureAwait(false);
        return answer.Data is [BusinessProfileAnswer first, ..] ? first.ToProfile() : new BusinessProfile();
    }

    /// <summary>Changes the profile that customers see.</summary>
    /// <param name="update">What is changed; what is not set stays as it is.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="WhatsCommerceValidationException">It breaks violations; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta refused it, or could not be reached.</exception>
    public virtual async Task UpdateProfileAsync(BusinessProfileUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        update.Check();
        byte[] body = JsonBytes.Write(update, static (writer, update) => update.WriteTo(writer));
        await _transport.SendIdempotentAsync(SetProfile, body, cancellationToken).ConfigureAwait(false);
    }
}
