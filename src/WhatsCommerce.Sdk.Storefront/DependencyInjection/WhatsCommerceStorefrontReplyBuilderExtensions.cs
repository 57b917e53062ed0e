using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds answers to what customers write.</summary>
public static class WhatsCommerceStorefrontReplyBuilderExtensions
{
    /// <summary>Adds a class that answers messages. Of several, the one that was added first is asked first.</summary>
    /// <typeparam name="TReply">The class. Each message gets a new instance, whose constructor gets the services of the shop, unless the
    /// class is a service of the app.</typeparam>
    /// <param name="builder">The storefront.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddReply<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TReply>(this WhatsCommerceStorefrontBuilder builder)
        where TReply : class, IReply => builder.AddClass<TReply>(ResponderPlace.Reply);

    /// <summary>Adds a delegate that answers messages. Of several, the one that was added first is asked first.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="reply">Answers a message, and returns whether it did: see <see cref="IReply"/>.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddReply(
        this WhatsCommerceStorefrontBuilder builder, Func<ReplyContext, CancellationToken, Task<bool>> reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return builder.AddResponder(ResponderPlace.Reply, (_, context, cancellationToken) => reply(context, cancellationToken));
    }

    /// <summary>Answers what nobody else answered by a class.</summary>
    /// <typeparam name="TReply">The class. Each message gets a new instance, whose constructor gets the services of the shop, unless the
    /// class is a service of the app.</typeparam>
    /// <param name="builder">The storefront.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder DefaultReply<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TReply>(this WhatsCommerceStorefrontBuilder builder)
        where TReply : class, IReply => builder.AddClass<TReply>(ResponderPlace.DefaultReply);

    /// <summary>Answers what nobody else answered by a text.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="text">The text, of at most 4,096 characters.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public static WhatsCommerceStorefrontBuilder DefaultReply(this WhatsCommerceStorefrontBuilder builder, string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return builder.AddResponder(ResponderPlace.DefaultReply, async (_, context, cancellationToken) =>
        {
            await context.SendAsync(text, cancellationToken).ConfigureAwait(false);
            return true;
        });
    }

    /// <summary>Adds what all answers need: the messages of the endpoint without a name are stored, and answered in the outbox.</summary>
    internal static void AddReplies(this WhatsCommerceStorefrontBuilder builder)
    {
        ShopBlueprint shop = builder.Shop;
        if (shop.Has<MessageAnswers>())
        {
            return;
        }

        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<StorefrontOptions>, TextsCheck>());
        shop.Add(static shop => new Texts(shop.Get<ShopServices>().Options));
        shop.Add(static shop => new CustomerKnowledge(shop.Get<ShopServices>(), shop.Find<ICustomerFacts>()));
        shop.Add(static shop => new CustomerMessages(shop.Get<ShopClients>(), shop.Get<ShopServices>()));
        shop.Add(StorefrontServices.CreateMessageAnswers);
        shop.Add(StorefrontServices.CreateProductQuestions);
        shop.Add(static shop => new MessageIntake(shop.Get<ShopServices>(), shop.Get<MessageAnswers>()));
        shop.Add(static shop => QuestionResponder(shop, ResponderPlace.ProductQuestion));
        shop.Add(static shop => QuestionResponder(shop, ResponderPlace.FollowUpQuestion));
        builder.HandleWebhook<MessageEvent, MessageIntake>(
            "messages",
            InboundMessages.CanBeAnswered,
            static (message, intake, context, cancellationToken) => intake.ReceiveAsync(message, context, cancellationToken));
        builder.Handle<MessageReceived>("messages", static (provider, received, cancellationToken) =>
            provider.GetRequiredService<MessageAnswers>().AnswerAsync(provider, received, cancellationToken));
    }

    internal static WhatsCommerceStorefrontBuilder AddResponder(
        this WhatsCommerceStorefrontBuilder builder,
        ResponderPlace place,
        Func<IServiceProvider, ReplyContext, CancellationToken, Task<bool>> reply)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddReplies();
        builder.Shop.Add(_ => new Responder(place, static _ => true, reply));
        return builder;
    }

    /// <summary>Tells of questions about products: of those that name one, or of those that mean what was shown last.</summary>
    private static Responder QuestionResponder(ShopScope shop, ResponderPlace place)
    {
        EventHandlers handlers = shop.Blueprint.Handlers;
        bool correlates = shop.Blueprint.Has<MessageCorrelation>();
        return new Responder(
            place,
            message => handlers.AnyTakes<ProductAsked>() && (message.RetailerId.HasValue
                ? place == ResponderPlace.ProductQuestion
                : correlates && message.Kind is InboundMessageKind.Text or InboundMessageKind.Media),
            async (services, context, token) =>
                (place == ResponderPlace.FollowUpQuestion) == (context.Message.About?.Reason == AboutReason.ShownLast)
                && await services.GetRequiredService<ProductQuestions>().TellAsync(context, token).ConfigureAwait(false));
    }

    private static WhatsCommerceStorefrontBuilder AddClass<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TReply>(
        this WhatsCommerceStorefrontBuilder builder, ResponderPlace place)
        where TReply : class, IReply
    {
        builder.AddResponder(place, static (services, context, cancellationToken) =>
            services.GetService<TReply>() is TReply registered
                ? registered.ReplyAsync(context, cancellationToken)
                : ReplyAsync(ActivatorUtilities.CreateInstance<TReply>(services), context, cancellationToken));
        builder.Shop.Parts.Add(ShopPart.OfEachRun<TReply>($"The reply {typeof(TReply).Name}"));
        return builder;
    }

    /// <summary>Replies by an instance of this message's own.</summary>
    private static async Task<bool> ReplyAsync(IReply reply, ReplyContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await reply.ReplyAsync(context, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await ShopPart.DisposeAsync(reply).ConfigureAwait(false);
        }
    }
}
