-- What a database holds after all migrations; written by `manage.py dump_schema`.
-- Migrations: c1cd1643bf4d08e4a566a474dfccd4f8f261c69c867d2245d35b7c32e8e619bc
-- Content: 7a3d2add040286c75fd6ba4bf41aae9a8ea1230c3edf4541e568fac7f89f652e

SET check_function_bodies = false;
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
CREATE FUNCTION public._pgh_attach_context() RETURNS uuid
    LANGUAGE plpgsql
    AS $$
                    DECLARE
                        _pgh_context_id UUID;
                        _pgh_context_metadata JSONB;
                    BEGIN
                        BEGIN
                            SELECT INTO _pgh_context_id
                                CURRENT_SETTING('pghistory.context_id');
                            SELECT INTO _pgh_context_metadata
                                CURRENT_SETTING('pghistory.context_metadata');
                            EXCEPTION WHEN OTHERS THEN
                        END;
                        IF _pgh_context_id IS NOT NULL AND _pgh_context_metadata IS NOT NULL THEN
                            INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
                                VALUES (_pgh_context_id, _pgh_context_metadata, NOW(), NOW())
                                ON CONFLICT (id) DO UPDATE
                                    SET metadata = EXCLUDED.metadata,
                                        updated_at = EXCLUDED.updated_at
                                    WHERE pghistory_context.metadata != EXCLUDED.metadata;
                            RETURN _pgh_context_id;
                        ELSE
                            RETURN NULL;
                        END IF;
                    END;
                $$;
CREATE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
                DECLARE
                    _pgtrigger_ignore TEXT[];
                    _result BOOLEAN;
                BEGIN
                    BEGIN
                        SELECT INTO _pgtrigger_ignore
                            CURRENT_SETTING('pgtrigger.ignore');
                        EXCEPTION WHEN OTHERS THEN
                    END;
                    IF _pgtrigger_ignore IS NOT NULL THEN
                        SELECT trigger_name = ANY(_pgtrigger_ignore)
                        INTO _result;
                        RETURN _result;
                    ELSE
                        RETURN FALSE;
                    END IF;
                END;
            $$;
CREATE FUNCTION public.caching_mark() RETURNS bigint
    LANGUAGE sql
    AS $$
  SELECT hashtextextended(gen_random_uuid()::text, 0)
$$;
CREATE FUNCTION public.caching_note_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO caching_publicchange (mark) SELECT caching_mark();
  RETURN NULL;
END $$;
CREATE FUNCTION public.caching_note_stock() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  units CONSTANT text[] := ARRAY['num_in_stock', 'num_allocated', 'date_updated'];
BEGIN
  -- Whole rows are compared, so that a new column counts as public; and whether any unit is left, for cards show it.
  IF EXISTS (
    SELECT FROM old_rows o FULL JOIN new_rows n USING (id)
    WHERE (to_jsonb(o) - units, coalesce(o.num_in_stock, 0) > coalesce(o.num_allocated, 0))
      IS DISTINCT FROM (to_jsonb(n) - units, coalesce(n.num_in_stock, 0) > coalesce(n.num_allocated, 0))
  ) THEN
    INSERT INTO caching_publicchange (mark) SELECT caching_mark();
  ELSE
    INSERT INTO caching_publicchange (mark, product_id)
      SELECT caching_mark(), product_id FROM (SELECT DISTINCT product_id FROM new_rows) changed;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION public.caching_revision(at timestamp with time zone) RETURNS text
    LANGUAGE plpgsql STABLE
    AS $$
BEGIN
  -- Holds begin and end without a change of the stock record: what is sold out by them alone is read, not noted.
  RETURN (
    SELECT count(*) || '.' || coalesce(bit_xor(mark), 0) || '.' || coalesce(
      (SELECT bit_xor(hashtextextended(id::text, 0)) FROM (
        SELECT s.id FROM partner_stockhold h JOIN partner_stockrecord s ON s.id = h.stockrecord_id
        WHERE h.expires_at > at
        GROUP BY s.id
        HAVING s.num_in_stock > coalesce(s.num_allocated, 0)
          AND s.num_in_stock <= coalesce(s.num_allocated, 0) + sum(h.quantity)
      ) sold_out), 0)
    FROM caching_publicchange WHERE product_id IS NULL
  );
END $$;
CREATE FUNCTION public.caching_units(at timestamp with time zone, products bigint[]) RETURNS text
    LANGUAGE plpgsql STABLE
    AS $$
BEGIN
  RETURN (
    SELECT count(*) || '.' || coalesce(bit_xor(mark), 0) || '.' || coalesce(
      (SELECT bit_xor(hashtextextended(id || ':' || units, 0)) FROM (
        SELECT s.id, sum(h.quantity) AS units
        FROM partner_stockhold h JOIN partner_stockrecord s ON s.id = h.stockrecord_id
        WHERE h.expires_at > at AND (products IS NULL OR s.product_id = ANY(products))
        GROUP BY s.id
      ) held), 0)
    FROM caching_publicchange
    WHERE product_id IS NOT NULL AND (products IS NULL OR product_id = ANY(products))
  );
END $$;
CREATE FUNCTION public.pgtrigger_append_only_b8350() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_d3780() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_assignment_answered_once_2d228() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_assignment_is_kept_aa4b1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_batch_is_fixed_b5bc8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    RAISE EXCEPTION 'what the stamps of batch % say cannot be changed', OLD.prefix
                        USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_batch_fixed';
                
                END;
            $$;
CREATE FUNCTION public.pgtrigger_batch_lot_fits_291a5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF NOT EXISTS (
                        SELECT 1 FROM traceability_lot WHERE id = NEW.lot_id AND product_id = NEW.product_id
                    ) THEN
                        RAISE EXCEPTION 'lot % is of another product', NEW.lot_id
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_batch_lot_fits';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;
CREATE FUNCTION public.pgtrigger_batch_steps_6f84b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF (OLD.state, NEW.state) NOT IN (('generated', 'printed'), ('generated', 'void'), ('printed', 'delivered'), ('printed', 'void'), ('delivered', 'applied'), ('delivered', 'void'), ('applied', 'active'), ('applied', 'void'), ('active', 'void')) THEN
                        RAISE EXCEPTION 'a batch of stamps cannot go from % to %', OLD.state, NEW.state
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_batch_steps';
                    END IF;
                    IF NEW.state = 'printed' AND NOT EXISTS (
                        SELECT 1 FROM traceability_stamp WHERE batch_id = NEW.id AND position = NEW.count
                    ) THEN
                        RAISE EXCEPTION 'batch % has not all its stamps yet', NEW.prefix
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_batch_whole';
                    END IF;
                    IF NEW.state IN ('applied', 'active') AND NEW.lot_id IS NULL THEN
                        RAISE EXCEPTION 'batch % is on no lot', NEW.prefix
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_batch_on_lot';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;
CREATE FUNCTION public.pgtrigger_claim_message_is_kept_6d53a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_code_is_for_ever_9105c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update of "code" rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_count_allocations_0f269() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF TG_OP <> 'INSERT' THEN
  UPDATE partner_stockrecord SET num_allocated = num_allocated - OLD.quantity WHERE id = OLD.stockrecord_id;
END IF;
IF TG_OP <> 'DELETE' THEN
  UPDATE partner_stockrecord SET num_allocated = coalesce(num_allocated, 0) + NEW.quantity
  WHERE id = NEW.stockrecord_id;
END IF;
RETURN NULL;

                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_0b197() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "traceability_lotinputevent" ("id", "lot_id", "material", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "quantity", "quantity_unit", "source_lot_id") VALUES (OLD."id", OLD."lot_id", OLD."material", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."place_id", OLD."quantity", OLD."quantity_unit", OLD."source_lot_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_discount_share_is_kept_65b1f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_2a7ac() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "payments_receiptevent" ("account_id", "alerted_at", "amount", "bank_reference", "booked_at", "description", "entered_at", "entered_by_id", "id", "method", "payment_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."account_id", NEW."alerted_at", NEW."amount", NEW."bank_reference", NEW."booked_at", NEW."description", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."method", NEW."payment_id", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_4d087() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "certification_certificateevent" ("council_level", "created_at", "decision_no", "expires_on", "id", "issued", "issuing_body", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_id", "replaced_on", "revocation_reason", "revoked_on", "score", "source_urls", "stars", "suspended_from", "suspended_until", "suspension_reason", "updated_at") VALUES (NEW."council_level", NEW."created_at", NEW."decision_no", NEW."expires_on", NEW."id", NEW."issued", NEW."issuing_body", NEW."note", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."product_id", NEW."replaced_on", NEW."revocation_reason", NEW."revoked_on", NEW."score", NEW."source_urls", NEW."stars", NEW."suspended_from", NEW."suspended_until", NEW."suspension_reason", NEW."updated_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_4f41f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "order_orderevent" ("analytics_tracked", "basket_id", "billing_address_id", "currency", "date_placed", "guest_email", "id", "language", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shipping_address_id", "shipping_code", "shipping_excl_tax", "shipping_incl_tax", "shipping_method", "shipping_tax_code", "site_id", "status", "total_excl_tax", "total_incl_tax", "user_id") VALUES (NEW."analytics_tracked", NEW."basket_id", NEW."billing_address_id", NEW."currency", NEW."date_placed", NEW."guest_email", NEW."id", NEW."language", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."shipping_address_id", NEW."shipping_code", NEW."shipping_excl_tax", NEW."shipping_incl_tax", NEW."shipping_method", NEW."shipping_tax_code", NEW."site_id", NEW."status", NEW."total_excl_tax", NEW."total_incl_tax", NEW."user_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_652a3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "traceability_lotevent" ("code", "created_at", "created_by_id", "expires_on", "id", "is_illustrative", "packed_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "produced_on", "product_id", "quantity", "quantity_unit", "test_report") VALUES (NEW."code", NEW."created_at", NEW."created_by_id", NEW."expires_on", NEW."id", NEW."is_illustrative", NEW."packed_on", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."produced_on", NEW."product_id", NEW."quantity", NEW."quantity_unit", NEW."test_report"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_80c0d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "partner_stockrecordevent" ("date_created", "date_updated", "id", "is_illustrative", "is_stopped", "low_stock_threshold", "net_content", "num_allocated", "num_in_stock", "partner_id", "partner_sku", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "price_currency", "product_id") VALUES (NEW."date_created", NEW."date_updated", NEW."id", NEW."is_illustrative", NEW."is_stopped", NEW."low_stock_threshold", NEW."net_content", NEW."num_allocated", NEW."num_in_stock", NEW."partner_id", NEW."partner_sku", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."price", NEW."price_currency", NEW."product_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_85fac() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "complaints_complaintevent" ("answer", "handled_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."answer", NEW."handled_by_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."state"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_89824() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "order_parcelevent" ("carrier", "delivery_charge", "id", "number", "order_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "state_since", "tracking_number") VALUES (NEW."carrier", NEW."delivery_charge", NEW."id", NEW."number", NEW."order_id", NEW."partner_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."state", NEW."state_since", NEW."tracking_number"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_898d8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "shipping_pickupofferevent" ("accepted_at", "accepted_by_id", "charge", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sales_point_id", "seller_id") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."charge", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."sales_point_id", NEW."seller_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_928b4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "order_confirmationevent" ("attempted_at", "attempts", "decided_at", "decided_by_id", "due_at", "id", "note", "outcome", "parcel_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "told_at") VALUES (NEW."attempted_at", NEW."attempts", NEW."decided_at", NEW."decided_by_id", NEW."due_at", NEW."id", NEW."note", NEW."outcome", NEW."parcel_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reason", NEW."told_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_9c87b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "shipping_deliveryzoneevent" ("id", "is_refused", "name", "per_kilogram", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provinces", "seller_id", "steps") VALUES (NEW."id", NEW."is_refused", NEW."name", NEW."per_kilogram", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."provinces", NEW."seller_id", NEW."steps"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_9e75f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "traceability_recallevent" ("batch_id", "certificate_id", "declared_at", "declared_by_id", "ended_at", "first", "id", "last", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "scope") VALUES (NEW."batch_id", NEW."certificate_id", NEW."declared_at", NEW."declared_by_id", NEW."ended_at", NEW."first", NEW."id", NEW."last", NEW."lot_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reason", NEW."scope"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_b4de1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "partner_partnerevent" ("code", "delivery_charge", "free_delivery_from", "id", "minimum_order", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "producer_id", "sales_point_id") VALUES (NEW."code", NEW."delivery_charge", NEW."free_delivery_from", NEW."id", NEW."minimum_order", NEW."name", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."producer_id", NEW."sales_point_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_c3cdc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "traceability_stampbatchevent" ("certificate_id", "count", "created_at", "created_by_id", "gtin", "host", "id", "is_illustrative", "key_id", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "product_id", "stars_at_print", "state", "void_reason") VALUES (NEW."certificate_id", NEW."count", NEW."created_at", NEW."created_by_id", NEW."gtin", NEW."host", NEW."id", NEW."is_illustrative", NEW."key_id", NEW."lot_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."prefix", NEW."product_id", NEW."stars_at_print", NEW."state", NEW."void_reason"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_df8fa() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "claims_claimevent" ("due_at", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."due_at", NEW."outcome", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."state"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_eff19() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "payments_refundevent" ("amount", "asked_at", "asked_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "sent_by_id", "share_id", "state") VALUES (NEW."amount", NEW."asked_at", NEW."asked_by_id", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reason", NEW."sent_by_id", NEW."share_id", NEW."state"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_f3547() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "payments_bankaccountevent" ("activated_by_id", "bank_bin", "closed_at", "entered_by_id", "holder", "id", "is_active", "is_illustrative", "number", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."activated_by_id", NEW."bank_bin", NEW."closed_at", NEW."entered_by_id", NEW."holder", NEW."id", NEW."is_active", NEW."is_illustrative", NEW."number", NEW."partner_id", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_f853b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "traceability_signingkeyevent" ("created_at", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_key", "retired_at", "withdrawn_at") VALUES (NEW."created_at", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."number", NEW."public_key", NEW."retired_at", NEW."withdrawn_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_fc763() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "traceability_lotinputevent" ("id", "lot_id", "material", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "quantity", "quantity_unit", "source_lot_id") VALUES (NEW."id", NEW."lot_id", NEW."material", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."place_id", NEW."quantity", NEW."quantity_unit", NEW."source_lot_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_fd5bc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "vouchers_termsevent" ("created_by_id", "fair_id", "id", "is_illustrative", "is_paused", "key", "kind", "max_uses", "max_uses_per_buyer", "minimum", "most", "offer_id", "payer", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scope", "seller_id", "value", "voucher_id") VALUES (NEW."created_by_id", NEW."fair_id", NEW."id", NEW."is_illustrative", NEW."is_paused", NEW."key", NEW."kind", NEW."max_uses", NEW."max_uses_per_buyer", NEW."minimum", NEW."most", NEW."offer_id", NEW."payer", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."scope", NEW."seller_id", NEW."value", NEW."voucher_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_former_slug_13d8f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    NEW.former_slugs := array_append(array_remove(NEW.former_slugs, OLD.slug), OLD.slug); RETURN NEW;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_former_slug_2ada7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    NEW.former_slugs := array_append(array_remove(NEW.former_slugs, OLD.slug), OLD.slug); RETURN NEW;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_former_slug_cd6d1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    NEW.former_slugs := array_append(array_remove(NEW.former_slugs, OLD.slug), OLD.slug); RETURN NEW;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_keep_former_slug_ce02f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    NEW.former_slugs := array_append(array_remove(NEW.former_slugs, OLD.slug), OLD.slug); RETURN NEW;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_listingchange_answered_once_484ab() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_messages_stay_dfee7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_replaced_ea5a7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_no_circle_3bf00() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    PERFORM pg_advisory_xact_lock(hashtext('traceability_lotinput'));
                    IF EXISTS (
                        WITH RECURSIVE source (id) AS (
                            SELECT NEW.source_lot_id
                            UNION
                            SELECT input.source_lot_id
                            FROM traceability_lotinput input JOIN source ON input.lot_id = source.id
                            WHERE input.source_lot_id IS NOT NULL AND input.id IS DISTINCT FROM NEW.id
                        )
                        SELECT 1 FROM source WHERE id = NEW.lot_id
                    ) THEN
                        RAISE EXCEPTION 'lot % would go into itself', NEW.lot_id
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'lot_input_no_circle';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;
CREATE FUNCTION public.pgtrigger_not_more_than_ordered_ada07() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF (SELECT sum(quantity) FROM order_cancellation WHERE line_id = NEW.line_id)
   > (SELECT quantity FROM order_line WHERE id = NEW.line_id) THEN
  RAISE EXCEPTION 'more units are taken off line % than were ordered', NEW.line_id USING ERRCODE = 'check_violation';
END IF;
RETURN NULL;

                END;
            $$;
CREATE FUNCTION public.pgtrigger_photo_stays_ae4bf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update of "photo_id" rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_recall_ends_by_two_96683() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF NOT EXISTS (SELECT FROM traceability_recallend WHERE recall_id = NEW.id AND is_agreed) THEN
                        RAISE EXCEPTION 'recall % ends without the agreement of a second officer', NEW.id
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;
CREATE FUNCTION public.pgtrigger_recallend_answered_once_ee94e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_recallend_is_kept_07fa7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_receipt_facts_are_kept_932ea() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_removal_is_kept_e47bd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_restoration_answered_once_dfaac() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_restoration_is_kept_42b64() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_secondfactorreset_answered_once_f16ba() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_secondfactorreset_is_kept_ff459() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_share_is_kept_63d91() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_shares_make_up_the_receipt_411c9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF EXISTS (
  SELECT FROM payments_receipt receipt
  WHERE receipt.id = NEW.receipt_id
    AND receipt.amount <> (SELECT sum(amount) FROM payments_share WHERE receipt_id = receipt.id)
) THEN
  RAISE EXCEPTION 'the shares of receipt % do not make up its amount', NEW.receipt_id
    USING ERRCODE = 'check_violation';
END IF;
RETURN NULL;

                END;
            $$;
CREATE FUNCTION public.pgtrigger_stamp_steps_54251() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF (OLD.state_override, NEW.state_override)
                        NOT IN (('', 'sold'), ('', 'void'), ('sold', 'void')) THEN
                        RAISE EXCEPTION 'a stamp cannot go from % to %', OLD.state_override, NEW.state_override
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_steps';
                    END IF;
                    IF NEW.state_override = 'sold' AND NOT EXISTS (
                        SELECT 1 FROM traceability_stampbatch WHERE id = NEW.batch_id AND state = 'active'
                    ) THEN
                        RAISE EXCEPTION 'only an active stamp can be sold'
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_steps';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;
CREATE FUNCTION public.pgtrigger_state_update_8a482() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "traceability_stampevent" ("pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state_override", "state_override_at", "withdrawn_at") VALUES (_pgh_attach_context(), NOW(), 'state', NEW."id", NEW."state_override", NEW."state_override_at", NEW."withdrawn_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_tell_the_order_cbb69() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
UPDATE order_line SET status = NEW.state WHERE parcel_id = NEW.id AND status IS DISTINCT FROM NEW.state;
UPDATE order_order SET status = stage.state
FROM (
  SELECT state FROM order_parcel WHERE order_id = NEW.order_id
  ORDER BY array_position(ARRAY['unpaid', 'new', 'confirmed', 'packed', 'shipped', 'returning', 'delivered', 'returned', 'unconfirmed', 'cancelled']::varchar[], state) LIMIT 1
) stage
WHERE id = NEW.order_id AND status IS DISTINCT FROM stage.state;
RETURN NULL;

                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_036d3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "payments_bankaccountevent" ("activated_by_id", "bank_bin", "closed_at", "entered_by_id", "holder", "id", "is_active", "is_illustrative", "number", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."activated_by_id", NEW."bank_bin", NEW."closed_at", NEW."entered_by_id", NEW."holder", NEW."id", NEW."is_active", NEW."is_illustrative", NEW."number", NEW."partner_id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_0bfcc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "order_orderevent" ("analytics_tracked", "basket_id", "billing_address_id", "currency", "date_placed", "guest_email", "id", "language", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shipping_address_id", "shipping_code", "shipping_excl_tax", "shipping_incl_tax", "shipping_method", "shipping_tax_code", "site_id", "status", "total_excl_tax", "total_incl_tax", "user_id") VALUES (NEW."analytics_tracked", NEW."basket_id", NEW."billing_address_id", NEW."currency", NEW."date_placed", NEW."guest_email", NEW."id", NEW."language", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."shipping_address_id", NEW."shipping_code", NEW."shipping_excl_tax", NEW."shipping_incl_tax", NEW."shipping_method", NEW."shipping_tax_code", NEW."site_id", NEW."status", NEW."total_excl_tax", NEW."total_incl_tax", NEW."user_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_1c17b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "payments_refundevent" ("amount", "asked_at", "asked_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "sent_by_id", "share_id", "state") VALUES (NEW."amount", NEW."asked_at", NEW."asked_by_id", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reason", NEW."sent_by_id", NEW."share_id", NEW."state"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_1d451() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "shipping_pickupofferevent" ("accepted_at", "accepted_by_id", "charge", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sales_point_id", "seller_id") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."charge", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."sales_point_id", NEW."seller_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_240cd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "partner_partnerevent" ("code", "delivery_charge", "free_delivery_from", "id", "minimum_order", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "producer_id", "sales_point_id") VALUES (NEW."code", NEW."delivery_charge", NEW."free_delivery_from", NEW."id", NEW."minimum_order", NEW."name", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."producer_id", NEW."sales_point_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_2ffd9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "traceability_recallevent" ("batch_id", "certificate_id", "declared_at", "declared_by_id", "ended_at", "first", "id", "last", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "scope") VALUES (NEW."batch_id", NEW."certificate_id", NEW."declared_at", NEW."declared_by_id", NEW."ended_at", NEW."first", NEW."id", NEW."last", NEW."lot_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reason", NEW."scope"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_31ff8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "certification_certificateevent" ("council_level", "created_at", "decision_no", "expires_on", "id", "issued", "issuing_body", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_id", "replaced_on", "revocation_reason", "revoked_on", "score", "source_urls", "stars", "suspended_from", "suspended_until", "suspension_reason", "updated_at") VALUES (NEW."council_level", NEW."created_at", NEW."decision_no", NEW."expires_on", NEW."id", NEW."issued", NEW."issuing_body", NEW."note", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."product_id", NEW."replaced_on", NEW."revocation_reason", NEW."revoked_on", NEW."score", NEW."source_urls", NEW."stars", NEW."suspended_from", NEW."suspended_until", NEW."suspension_reason", NEW."updated_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_36c30() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "complaints_complaintevent" ("answer", "handled_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."answer", NEW."handled_by_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."state"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_5aa4e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "partner_stockrecordevent" ("date_created", "date_updated", "id", "is_illustrative", "is_stopped", "low_stock_threshold", "net_content", "num_allocated", "num_in_stock", "partner_id", "partner_sku", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "price_currency", "product_id") VALUES (NEW."date_created", NEW."date_updated", NEW."id", NEW."is_illustrative", NEW."is_stopped", NEW."low_stock_threshold", NEW."net_content", NEW."num_allocated", NEW."num_in_stock", NEW."partner_id", NEW."partner_sku", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."price", NEW."price_currency", NEW."product_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_6792c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "traceability_stampbatchevent" ("certificate_id", "count", "created_at", "created_by_id", "gtin", "host", "id", "is_illustrative", "key_id", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "product_id", "stars_at_print", "state", "void_reason") VALUES (NEW."certificate_id", NEW."count", NEW."created_at", NEW."created_by_id", NEW."gtin", NEW."host", NEW."id", NEW."is_illustrative", NEW."key_id", NEW."lot_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."prefix", NEW."product_id", NEW."stars_at_print", NEW."state", NEW."void_reason"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_69894() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "vouchers_termsevent" ("created_by_id", "fair_id", "id", "is_illustrative", "is_paused", "key", "kind", "max_uses", "max_uses_per_buyer", "minimum", "most", "offer_id", "payer", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scope", "seller_id", "value", "voucher_id") VALUES (NEW."created_by_id", NEW."fair_id", NEW."id", NEW."is_illustrative", NEW."is_paused", NEW."key", NEW."kind", NEW."max_uses", NEW."max_uses_per_buyer", NEW."minimum", NEW."most", NEW."offer_id", NEW."payer", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."scope", NEW."seller_id", NEW."value", NEW."voucher_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_74729() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "traceability_signingkeyevent" ("created_at", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_key", "retired_at", "withdrawn_at") VALUES (NEW."created_at", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."number", NEW."public_key", NEW."retired_at", NEW."withdrawn_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_7f6b9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "order_parcelevent" ("carrier", "delivery_charge", "id", "number", "order_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "state_since", "tracking_number") VALUES (NEW."carrier", NEW."delivery_charge", NEW."id", NEW."number", NEW."order_id", NEW."partner_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."state", NEW."state_since", NEW."tracking_number"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_bdb46() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "traceability_lotevent" ("code", "created_at", "created_by_id", "expires_on", "id", "is_illustrative", "packed_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "produced_on", "product_id", "quantity", "quantity_unit", "test_report") VALUES (NEW."code", NEW."created_at", NEW."created_by_id", NEW."expires_on", NEW."id", NEW."is_illustrative", NEW."packed_on", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."produced_on", NEW."product_id", NEW."quantity", NEW."quantity_unit", NEW."test_report"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_c4f23() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "payments_receiptevent" ("account_id", "alerted_at", "amount", "bank_reference", "booked_at", "description", "entered_at", "entered_by_id", "id", "method", "payment_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."account_id", NEW."alerted_at", NEW."amount", NEW."bank_reference", NEW."booked_at", NEW."description", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."method", NEW."payment_id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_df132() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "traceability_lotinputevent" ("id", "lot_id", "material", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "quantity", "quantity_unit", "source_lot_id") VALUES (NEW."id", NEW."lot_id", NEW."material", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."place_id", NEW."quantity", NEW."quantity_unit", NEW."source_lot_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_e3d09() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "order_confirmationevent" ("attempted_at", "attempts", "decided_at", "decided_by_id", "due_at", "id", "note", "outcome", "parcel_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "told_at") VALUES (NEW."attempted_at", NEW."attempts", NEW."decided_at", NEW."decided_by_id", NEW."due_at", NEW."id", NEW."note", NEW."outcome", NEW."parcel_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reason", NEW."told_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_e4456() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "shipping_deliveryzoneevent" ("id", "is_refused", "name", "per_kilogram", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provinces", "seller_id", "steps") VALUES (NEW."id", NEW."is_refused", NEW."name", NEW."per_kilogram", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."provinces", NEW."seller_id", NEW."steps"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_fe4ba() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "claims_claimevent" ("due_at", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."due_at", NEW."outcome", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."state"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.search_kinds_fairpage_delete() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  WITH changed AS (SELECT * FROM old_rows) INSERT INTO search_suggestionchange (kind, key) SELECT DISTINCT 'fair', page_ptr_id FROM changed;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_kinds_fairpage_insert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  WITH changed AS (SELECT * FROM new_rows) INSERT INTO search_suggestionchange (kind, key) SELECT DISTINCT 'fair', page_ptr_id FROM changed;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_kinds_fairpage_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  WITH changed AS (SELECT * FROM old_rows UNION ALL SELECT * FROM new_rows) INSERT INTO search_suggestionchange (kind, key) SELECT DISTINCT 'fair', page_ptr_id FROM changed;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_kinds_newspage_delete() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  WITH changed AS (SELECT * FROM old_rows) INSERT INTO search_suggestionchange (kind, key) SELECT DISTINCT 'news', page_ptr_id FROM changed;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_kinds_newspage_insert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  WITH changed AS (SELECT * FROM new_rows) INSERT INTO search_suggestionchange (kind, key) SELECT DISTINCT 'news', page_ptr_id FROM changed;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_kinds_newspage_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  WITH changed AS (SELECT * FROM old_rows UNION ALL SELECT * FROM new_rows) INSERT INTO search_suggestionchange (kind, key) SELECT DISTINCT 'news', page_ptr_id FROM changed;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_kinds_page_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  WITH changed AS (SELECT * FROM old_rows UNION ALL SELECT * FROM new_rows) INSERT INTO search_suggestionchange (kind, key) SELECT DISTINCT 'news', p.page_ptr_id FROM changed c JOIN cms_newspage p ON p.page_ptr_id = c.id;
  WITH changed AS (SELECT * FROM old_rows UNION ALL SELECT * FROM new_rows) INSERT INTO search_suggestionchange (kind, key) SELECT DISTINCT 'fair', p.page_ptr_id FROM changed c JOIN cms_fairpage p ON p.page_ptr_id = c.id;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_kinds_producer_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  WITH changed AS (SELECT * FROM old_rows UNION ALL SELECT * FROM new_rows) INSERT INTO search_suggestionchange (kind, key) SELECT 'producer', id FROM changed GROUP BY id HAVING count(DISTINCT (type, address, story_facts)) > 1;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_kinds_restriction_delete() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  WITH changed AS (SELECT * FROM old_rows), below AS (SELECT p.id FROM changed c JOIN wagtailcore_page above ON above.id = c.page_id JOIN wagtailcore_page p ON p.path LIKE above.path || '%') INSERT INTO search_suggestionchange (kind, key) SELECT DISTINCT 'news', p.page_ptr_id FROM below b JOIN cms_newspage p ON p.page_ptr_id = b.id;
  WITH changed AS (SELECT * FROM old_rows), below AS (SELECT p.id FROM changed c JOIN wagtailcore_page above ON above.id = c.page_id JOIN wagtailcore_page p ON p.path LIKE above.path || '%') INSERT INTO search_suggestionchange (kind, key) SELECT DISTINCT 'fair', p.page_ptr_id FROM below b JOIN cms_fairpage p ON p.page_ptr_id = b.id;
  WITH changed AS (SELECT * FROM old_rows), below AS (SELECT p.id FROM changed c JOIN wagtailcore_page above ON above.id = c.page_id JOIN wagtailcore_page p ON p.path LIKE above.path || '%') INSERT INTO search_outboxentry (product_id) SELECT p.product_id FROM below b JOIN cms_storypage p ON p.page_ptr_id = b.id WHERE product_id > 0;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_kinds_restriction_insert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  WITH changed AS (SELECT * FROM new_rows), below AS (SELECT p.id FROM changed c JOIN wagtailcore_page above ON above.id = c.page_id JOIN wagtailcore_page p ON p.path LIKE above.path || '%') INSERT INTO search_suggestionchange (kind, key) SELECT DISTINCT 'news', p.page_ptr_id FROM below b JOIN cms_newspage p ON p.page_ptr_id = b.id;
  WITH changed AS (SELECT * FROM new_rows), below AS (SELECT p.id FROM changed c JOIN wagtailcore_page above ON above.id = c.page_id JOIN wagtailcore_page p ON p.path LIKE above.path || '%') INSERT INTO search_suggestionchange (kind, key) SELECT DISTINCT 'fair', p.page_ptr_id FROM below b JOIN cms_fairpage p ON p.page_ptr_id = b.id;
  WITH changed AS (SELECT * FROM new_rows), below AS (SELECT p.id FROM changed c JOIN wagtailcore_page above ON above.id = c.page_id JOIN wagtailcore_page p ON p.path LIKE above.path || '%') INSERT INTO search_outboxentry (product_id) SELECT p.product_id FROM below b JOIN cms_storypage p ON p.page_ptr_id = b.id WHERE product_id > 0;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_kinds_restriction_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  WITH changed AS (SELECT * FROM old_rows UNION ALL SELECT * FROM new_rows), below AS (SELECT p.id FROM changed c JOIN wagtailcore_page above ON above.id = c.page_id JOIN wagtailcore_page p ON p.path LIKE above.path || '%') INSERT INTO search_suggestionchange (kind, key) SELECT DISTINCT 'news', p.page_ptr_id FROM below b JOIN cms_newspage p ON p.page_ptr_id = b.id;
  WITH changed AS (SELECT * FROM old_rows UNION ALL SELECT * FROM new_rows), below AS (SELECT p.id FROM changed c JOIN wagtailcore_page above ON above.id = c.page_id JOIN wagtailcore_page p ON p.path LIKE above.path || '%') INSERT INTO search_suggestionchange (kind, key) SELECT DISTINCT 'fair', p.page_ptr_id FROM below b JOIN cms_fairpage p ON p.page_ptr_id = b.id;
  WITH changed AS (SELECT * FROM old_rows UNION ALL SELECT * FROM new_rows), below AS (SELECT p.id FROM changed c JOIN wagtailcore_page above ON above.id = c.page_id JOIN wagtailcore_page p ON p.path LIKE above.path || '%') INSERT INTO search_outboxentry (product_id) SELECT p.product_id FROM below b JOIN cms_storypage p ON p.page_ptr_id = b.id WHERE product_id > 0;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_kinds_salespoint_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  WITH changed AS (SELECT * FROM old_rows UNION ALL SELECT * FROM new_rows) INSERT INTO search_outboxentry (product_id) SELECT DISTINCT s.product_id FROM changed c JOIN partner_partner p ON p.sales_point_id = c.id JOIN partner_stockrecord s ON s.partner_id = p.id;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_catalogue_category_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_outboxentry (product_id)
  WITH RECURSIVE changed AS (SELECT o.* FROM old_rows o JOIN new_rows n USING (id) WHERE (o.name, o.code, o.path) IS DISTINCT FROM (n.name, n.code, n.path) UNION ALL SELECT n.* FROM old_rows o JOIN new_rows n USING (id) WHERE (o.name, o.code, o.path) IS DISTINCT FROM (n.name, n.code, n.path))SELECT DISTINCT pc.product_id FROM changed c JOIN catalogue_category d ON d.path LIKE c.path || '%' JOIN catalogue_productcategory pc ON pc.category_id = d.id;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_catalogue_product() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE r record;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    r := OLD;
    INSERT INTO search_outboxentry (product_id) SELECT r.id;
  END IF;
  IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW IS DISTINCT FROM OLD) THEN
    r := NEW;
    INSERT INTO search_outboxentry (product_id) SELECT r.id;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_catalogue_productcategory() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE r record;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    r := OLD;
    INSERT INTO search_outboxentry (product_id) SELECT r.product_id;
  END IF;
  IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW IS DISTINCT FROM OLD) THEN
    r := NEW;
    INSERT INTO search_outboxentry (product_id) SELECT r.product_id;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_catalogue_productphoto() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO search_outboxentry (product_id) SELECT OLD.product_id;
  END IF;
  IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW IS DISTINCT FROM OLD) THEN
    INSERT INTO search_outboxentry (product_id) SELECT NEW.product_id;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_certification_certificate() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE r record;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    r := OLD;
    INSERT INTO search_outboxentry (product_id) SELECT r.product_id;
  END IF;
  IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW IS DISTINCT FROM OLD) THEN
    r := NEW;
    INSERT INTO search_outboxentry (product_id) SELECT r.product_id;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_certification_reportedstep() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE r record;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    r := OLD;
    INSERT INTO search_outboxentry (product_id) SELECT r.product_id;
  END IF;
  IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW IS DISTINCT FROM OLD) THEN
    r := NEW;
    INSERT INTO search_outboxentry (product_id) SELECT r.product_id;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_cms_storypage() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE r record;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    r := OLD;
    INSERT INTO search_outboxentry (product_id) SELECT r.product_id WHERE r.product_id IS NOT NULL;
  END IF;
  IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW IS DISTINCT FROM OLD) THEN
    r := NEW;
    INSERT INTO search_outboxentry (product_id) SELECT r.product_id WHERE r.product_id IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_geography_adminunit() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE r record;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    r := OLD;
    INSERT INTO search_outboxentry (product_id) WITH RECURSIVE below AS (SELECT r.id UNION SELECT u.id FROM geography_adminunit u JOIN below ON u.parent_id = below.id), touched AS (SELECT id FROM below UNION SELECT s.old_id FROM geography_succession s JOIN below ON s.new_id = below.id) SELECT p.id FROM catalogue_product p JOIN touched ON p.unit_id = touched.id;
  END IF;
  IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW IS DISTINCT FROM OLD) THEN
    r := NEW;
    INSERT INTO search_outboxentry (product_id) WITH RECURSIVE below AS (SELECT r.id UNION SELECT u.id FROM geography_adminunit u JOIN below ON u.parent_id = below.id), touched AS (SELECT id FROM below UNION SELECT s.old_id FROM geography_succession s JOIN below ON s.new_id = below.id) SELECT p.id FROM catalogue_product p JOIN touched ON p.unit_id = touched.id;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_geography_succession_delete() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_outboxentry (product_id)
  WITH RECURSIVE changed AS (SELECT * FROM old_rows), below AS (
    SELECT old_id AS id FROM changed
    UNION SELECT u.id FROM geography_adminunit u JOIN below ON u.parent_id = below.id
), past AS (
    SELECT id FROM below UNION SELECT s.old_id FROM geography_succession s JOIN below ON s.new_id = below.id
), touched AS (
    -- Of a product that is known to its district only, today's communes are those of the communes below it.
    SELECT id FROM past UNION SELECT u.parent_id FROM geography_adminunit u JOIN past ON u.id = past.id
)
SELECT DISTINCT p.id FROM catalogue_product p JOIN touched ON p.unit_id = touched.id;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_geography_succession_insert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_outboxentry (product_id)
  WITH RECURSIVE changed AS (SELECT * FROM new_rows), below AS (
    SELECT old_id AS id FROM changed
    UNION SELECT u.id FROM geography_adminunit u JOIN below ON u.parent_id = below.id
), past AS (
    SELECT id FROM below UNION SELECT s.old_id FROM geography_succession s JOIN below ON s.new_id = below.id
), touched AS (
    -- Of a product that is known to its district only, today's communes are those of the communes below it.
    SELECT id FROM past UNION SELECT u.parent_id FROM geography_adminunit u JOIN past ON u.id = past.id
)
SELECT DISTINCT p.id FROM catalogue_product p JOIN touched ON p.unit_id = touched.id;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_geography_succession_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_outboxentry (product_id)
  WITH RECURSIVE changed AS (SELECT o.* FROM old_rows o JOIN new_rows n USING (id) WHERE (o.old_id, o.new_id) IS DISTINCT FROM (n.old_id, n.new_id) UNION ALL SELECT n.* FROM old_rows o JOIN new_rows n USING (id) WHERE (o.old_id, o.new_id) IS DISTINCT FROM (n.old_id, n.new_id)), below AS (
    SELECT old_id AS id FROM changed
    UNION SELECT u.id FROM geography_adminunit u JOIN below ON u.parent_id = below.id
), past AS (
    SELECT id FROM below UNION SELECT s.old_id FROM geography_succession s JOIN below ON s.new_id = below.id
), touched AS (
    -- Of a product that is known to its district only, today's communes are those of the communes below it.
    SELECT id FROM past UNION SELECT u.parent_id FROM geography_adminunit u JOIN past ON u.id = past.id
)
SELECT DISTINCT p.id FROM catalogue_product p JOIN touched ON p.unit_id = touched.id;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_geography_unitspelling_delete() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_outboxentry (product_id)
  WITH RECURSIVE changed AS (SELECT * FROM old_rows), below AS (
    SELECT unit_id AS id FROM changed
    UNION SELECT u.id FROM geography_adminunit u JOIN below ON u.parent_id = below.id
), past AS (
    SELECT id FROM below UNION SELECT s.old_id FROM geography_succession s JOIN below ON s.new_id = below.id
), touched AS (
    -- Of a product that is known to its district only, today's communes are those of the communes below it.
    SELECT id FROM past UNION SELECT u.parent_id FROM geography_adminunit u JOIN past ON u.id = past.id
)
SELECT DISTINCT p.id FROM catalogue_product p JOIN touched ON p.unit_id = touched.id;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_geography_unitspelling_insert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_outboxentry (product_id)
  WITH RECURSIVE changed AS (SELECT * FROM new_rows), below AS (
    SELECT unit_id AS id FROM changed
    UNION SELECT u.id FROM geography_adminunit u JOIN below ON u.parent_id = below.id
), past AS (
    SELECT id FROM below UNION SELECT s.old_id FROM geography_succession s JOIN below ON s.new_id = below.id
), touched AS (
    -- Of a product that is known to its district only, today's communes are those of the communes below it.
    SELECT id FROM past UNION SELECT u.parent_id FROM geography_adminunit u JOIN past ON u.id = past.id
)
SELECT DISTINCT p.id FROM catalogue_product p JOIN touched ON p.unit_id = touched.id;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_geography_unitspelling_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_outboxentry (product_id)
  WITH RECURSIVE changed AS (SELECT o.* FROM old_rows o JOIN new_rows n USING (id) WHERE (o.unit_id, o.text) IS DISTINCT FROM (n.unit_id, n.text) UNION ALL SELECT n.* FROM old_rows o JOIN new_rows n USING (id) WHERE (o.unit_id, o.text) IS DISTINCT FROM (n.unit_id, n.text)), below AS (
    SELECT unit_id AS id FROM changed
    UNION SELECT u.id FROM geography_adminunit u JOIN below ON u.parent_id = below.id
), past AS (
    SELECT id FROM below UNION SELECT s.old_id FROM geography_succession s JOIN below ON s.new_id = below.id
), touched AS (
    -- Of a product that is known to its district only, today's communes are those of the communes below it.
    SELECT id FROM past UNION SELECT u.parent_id FROM geography_adminunit u JOIN past ON u.id = past.id
)
SELECT DISTINCT p.id FROM catalogue_product p JOIN touched ON p.unit_id = touched.id;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_partner_partner_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_outboxentry (product_id)
  WITH RECURSIVE changed AS (SELECT o.* FROM old_rows o JOIN new_rows n USING (id) WHERE o.sales_point_id IS DISTINCT FROM n.sales_point_id UNION ALL SELECT n.* FROM old_rows o JOIN new_rows n USING (id) WHERE o.sales_point_id IS DISTINCT FROM n.sales_point_id)SELECT DISTINCT s.product_id FROM changed c JOIN partner_stockrecord s ON s.partner_id = c.id;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_partner_stockhold_delete() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_outboxentry (product_id)
  SELECT DISTINCT s.product_id FROM partner_stockrecord s
  JOIN (
    SELECT stockrecord_id, sum(quantity) AS units,
      coalesce(sum(quantity) FILTER (WHERE expires_at > clock_timestamp()), 0) AS of_active
    FROM (SELECT stockrecord_id, -quantity, expires_at FROM old_rows) AS rows (stockrecord_id, quantity, expires_at) GROUP BY stockrecord_id
  ) more_held ON more_held.stockrecord_id = s.id 
  CROSS JOIN LATERAL (
    SELECT coalesce(s.num_in_stock, 0) - coalesce(s.num_allocated, 0) - coalesce(sum(h.quantity), 0) AS with_expired,
      coalesce(s.num_in_stock, 0) - coalesce(s.num_allocated, 0)
        - coalesce(sum(h.quantity) FILTER (WHERE h.expires_at > clock_timestamp()), 0) AS without
    FROM partner_stockhold h WHERE h.stockrecord_id = s.id
  ) units_left

  WHERE (with_expired > 0) <> (with_expired + units > 0) OR (without > 0) <> (without + of_active > 0);
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_partner_stockhold_insert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_outboxentry (product_id)
  SELECT DISTINCT s.product_id FROM partner_stockrecord s
  JOIN (
    SELECT stockrecord_id, sum(quantity) AS units,
      coalesce(sum(quantity) FILTER (WHERE expires_at > clock_timestamp()), 0) AS of_active
    FROM (SELECT stockrecord_id, quantity, expires_at FROM new_rows) AS rows (stockrecord_id, quantity, expires_at) GROUP BY stockrecord_id
  ) more_held ON more_held.stockrecord_id = s.id 
  CROSS JOIN LATERAL (
    SELECT coalesce(s.num_in_stock, 0) - coalesce(s.num_allocated, 0) - coalesce(sum(h.quantity), 0) AS with_expired,
      coalesce(s.num_in_stock, 0) - coalesce(s.num_allocated, 0)
        - coalesce(sum(h.quantity) FILTER (WHERE h.expires_at > clock_timestamp()), 0) AS without
    FROM partner_stockhold h WHERE h.stockrecord_id = s.id
  ) units_left

  WHERE (with_expired > 0) <> (with_expired + units > 0) OR (without > 0) <> (without + of_active > 0);
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_partner_stockhold_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_outboxentry (product_id)
  SELECT DISTINCT s.product_id FROM partner_stockrecord s
  JOIN (
    SELECT stockrecord_id, sum(quantity) AS units,
      coalesce(sum(quantity) FILTER (WHERE expires_at > clock_timestamp()), 0) AS of_active
    FROM (SELECT stockrecord_id, quantity, expires_at FROM new_rows UNION ALL SELECT stockrecord_id, -quantity, expires_at FROM old_rows) AS rows (stockrecord_id, quantity, expires_at) GROUP BY stockrecord_id
  ) more_held ON more_held.stockrecord_id = s.id 
  CROSS JOIN LATERAL (
    SELECT coalesce(s.num_in_stock, 0) - coalesce(s.num_allocated, 0) - coalesce(sum(h.quantity), 0) AS with_expired,
      coalesce(s.num_in_stock, 0) - coalesce(s.num_allocated, 0)
        - coalesce(sum(h.quantity) FILTER (WHERE h.expires_at > clock_timestamp()), 0) AS without
    FROM partner_stockhold h WHERE h.stockrecord_id = s.id
  ) units_left

  WHERE (with_expired > 0) <> (with_expired + units > 0) OR (without > 0) <> (without + of_active > 0);
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_partner_stockrecord() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  units CONSTANT text[] := ARRAY['num_in_stock', 'num_allocated', 'date_updated'];
  change integer;
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - units = to_jsonb(NEW) - units THEN
    change := coalesce(NEW.num_in_stock, 0) - coalesce(NEW.num_allocated, 0)
      - coalesce(OLD.num_in_stock, 0) + coalesce(OLD.num_allocated, 0);
    INSERT INTO search_outboxentry (product_id)
      SELECT s.product_id FROM partner_stockrecord s 
  CROSS JOIN LATERAL (
    SELECT coalesce(s.num_in_stock, 0) - coalesce(s.num_allocated, 0) - coalesce(sum(h.quantity), 0) AS with_expired,
      coalesce(s.num_in_stock, 0) - coalesce(s.num_allocated, 0)
        - coalesce(sum(h.quantity) FILTER (WHERE h.expires_at > clock_timestamp()), 0) AS without
    FROM partner_stockhold h WHERE h.stockrecord_id = s.id
  ) units_left

      WHERE s.id = NEW.id
        AND ((with_expired > 0) <> (with_expired - change > 0) OR (without > 0) <> (without - change > 0));
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO search_outboxentry (product_id) SELECT OLD.product_id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO search_outboxentry (product_id) SELECT NEW.product_id;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_producers_producer() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE r record;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    r := OLD;
    INSERT INTO search_outboxentry (product_id) SELECT p.id FROM catalogue_product p WHERE p.producer_id = r.id;
  END IF;
  IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW IS DISTINCT FROM OLD) THEN
    r := NEW;
    INSERT INTO search_outboxentry (product_id) SELECT p.id FROM catalogue_product p WHERE p.producer_id = r.id;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_traceability_recall() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE r record;
BEGIN
  IF TG_OP = 'DELETE' THEN
    r := OLD;
  ELSE
    r := NEW;
  END IF;
  INSERT INTO search_outboxentry (product_id)
    WITH recalled AS (
      SELECT product_id AS id FROM traceability_lot WHERE id = r.lot_id
      UNION SELECT product_id FROM traceability_stampbatch WHERE id = r.batch_id
    )
    SELECT id FROM recalled
    UNION SELECT p.id FROM catalogue_product p JOIN recalled ON p.parent_id = recalled.id;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_outbox_wagtailcore_page() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE r record;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    r := OLD;
    INSERT INTO search_outboxentry (product_id) SELECT s.product_id FROM cms_storypage s WHERE s.page_ptr_id = r.id AND s.product_id IS NOT NULL;
  END IF;
  IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW IS DISTINCT FROM OLD) THEN
    r := NEW;
    INSERT INTO search_outboxentry (product_id) SELECT s.product_id FROM cms_storypage s WHERE s.page_ptr_id = r.id AND s.product_id IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_suggestions_catalogue_category_delete() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_suggestionchange (kind, key)
  SELECT DISTINCT 'group', key FROM (SELECT id AS key FROM old_rows) changed;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_suggestions_catalogue_category_insert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_suggestionchange (kind, key)
  SELECT DISTINCT 'group', key FROM (SELECT id AS key FROM new_rows) changed;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_suggestions_catalogue_category_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_suggestionchange (kind, key)
  SELECT DISTINCT 'group', key FROM (SELECT unnest(ARRAY[o.id, n.id]) AS key FROM old_rows o JOIN new_rows n USING (id) WHERE (o.name, o.code, o.path) IS DISTINCT FROM (n.name, n.code, n.path)) changed;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_suggestions_geography_adminunit_delete() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_suggestionchange (kind, key)
  SELECT DISTINCT 'area', key FROM (SELECT id AS key FROM old_rows) changed;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_suggestions_geography_adminunit_insert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_suggestionchange (kind, key)
  SELECT DISTINCT 'area', key FROM (SELECT id AS key FROM new_rows) changed;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_suggestions_geography_adminunit_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_suggestionchange (kind, key)
  SELECT DISTINCT 'area', key FROM (SELECT unnest(ARRAY[o.id, n.id]) AS key FROM old_rows o JOIN new_rows n USING (id) WHERE (o.name, o.slug, o.system, o.tier, o.parent_id) IS DISTINCT FROM (n.name, n.slug, n.system, n.tier, n.parent_id)) changed;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_suggestions_geography_unitspelling_delete() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_suggestionchange (kind, key)
  SELECT DISTINCT 'area', key FROM (SELECT unit_id AS key FROM old_rows) changed;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_suggestions_geography_unitspelling_insert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_suggestionchange (kind, key)
  SELECT DISTINCT 'area', key FROM (SELECT unit_id AS key FROM new_rows) changed;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_suggestions_geography_unitspelling_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_suggestionchange (kind, key)
  SELECT DISTINCT 'area', key FROM (SELECT unnest(ARRAY[o.unit_id, n.unit_id]) AS key FROM old_rows o JOIN new_rows n USING (id) WHERE (o.unit_id, o.text) IS DISTINCT FROM (n.unit_id, n.text)) changed;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_suggestions_producers_producer_delete() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_suggestionchange (kind, key)
  SELECT DISTINCT 'producer', key FROM (SELECT id AS key FROM old_rows) changed;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_suggestions_producers_producer_insert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_suggestionchange (kind, key)
  SELECT DISTINCT 'producer', key FROM (SELECT id AS key FROM new_rows) changed;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_suggestions_producers_producer_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_suggestionchange (kind, key)
  SELECT DISTINCT 'producer', key FROM (SELECT unnest(ARRAY[o.id, n.id]) AS key FROM old_rows o JOIN new_rows n USING (id) WHERE (o.name, o.slug, o.unit_id) IS DISTINCT FROM (n.name, n.slug, n.unit_id)) changed;
  RETURN NULL;
END $$;
CREATE FUNCTION public.traceability_scanned_pack(serial text) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    AS $$
BEGIN
  RETURN (
    SELECT to_jsonb(pack) FROM (
      SELECT s.id AS stamp_id, s.code, s.product_id, s.batch_id, s.position, s.is_page_code, s.state_override,
        s.state_override_at, m.first_at, coalesce(m.scans, 0) AS scans, coalesce(m.provinces, '{}') AS provinces,
        coalesce(m.score, 0) AS score, coalesce(
          (SELECT a.state FROM traceability_clonealert a WHERE a.stamp_id = s.id ORDER BY a.id DESC LIMIT 1), ''
        ) AS alert
      FROM traceability_stamp s LEFT JOIN traceability_scansummary m ON m.stamp_id = s.id
      WHERE s.code = serial
    ) pack
  );
END $$;
CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);
ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_secondfactorreset (
    id bigint NOT NULL,
    reason character varying(300) NOT NULL,
    asked_by_id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_by_id bigint,
    answered_at timestamp with time zone,
    is_agreed boolean NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT secondfactorreset_agreed_by_another CHECK (((NOT is_agreed) OR (NOT ((answered_by_id = person_id) AND (answered_by_id IS NOT NULL))))),
    CONSTRAINT secondfactorreset_answer_whole CHECK ((((answered_at IS NULL) AND (answered_by_id IS NULL) AND (NOT is_agreed)) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)))),
    CONSTRAINT secondfactorreset_asked_by_another CHECK ((NOT (asked_by_id = person_id))),
    CONSTRAINT secondfactorreset_has_reason CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT secondfactorreset_two_people CHECK (((NOT is_agreed) OR (NOT ((answered_by_id = asked_by_id) AND (answered_by_id IS NOT NULL)))))
);
ALTER TABLE public.accounts_secondfactorreset ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_secondfactorreset_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    email character varying(254) NOT NULL,
    first_name character varying(150) NOT NULL,
    last_name character varying(150) NOT NULL,
    is_staff boolean NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    session_generation integer NOT NULL,
    language character varying(8) NOT NULL,
    CONSTRAINT accounts_user_session_generation_check CHECK ((session_generation >= 0))
);
CREATE TABLE public.accounts_user_groups (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.accounts_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.accounts_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_user_user_permissions (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.accounts_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.address_country (
    iso_3166_1_a2 character varying(2) NOT NULL,
    iso_3166_1_a3 character varying(3) NOT NULL,
    iso_3166_1_numeric character varying(3) NOT NULL,
    printable_name character varying(128) NOT NULL,
    name character varying(128) NOT NULL,
    display_order smallint NOT NULL,
    is_shipping_country boolean NOT NULL,
    CONSTRAINT address_country_display_order_check CHECK ((display_order >= 0))
);
CREATE TABLE public.address_useraddress (
    id bigint NOT NULL,
    code character varying(255),
    title character varying(64) NOT NULL,
    first_name character varying(255) NOT NULL,
    last_name character varying(255) NOT NULL,
    line1 character varying(255) NOT NULL,
    line2 character varying(255) NOT NULL,
    line3 character varying(255) NOT NULL,
    line4 character varying(255) NOT NULL,
    state character varying(255) NOT NULL,
    postcode character varying(64) NOT NULL,
    country_id character varying(2) NOT NULL,
    search_text text NOT NULL,
    phone_number character varying(128) NOT NULL,
    notes text NOT NULL,
    user_id bigint NOT NULL,
    is_default_for_shipping boolean NOT NULL,
    is_default_for_billing boolean NOT NULL,
    num_orders_as_shipping_address integer NOT NULL,
    num_orders_as_billing_address integer NOT NULL,
    hash character varying(255) NOT NULL,
    date_created timestamp with time zone NOT NULL,
    CONSTRAINT address_useraddress_num_orders_as_billing_address_check CHECK ((num_orders_as_billing_address >= 0)),
    CONSTRAINT address_useraddress_num_orders_as_shipping_address_check CHECK ((num_orders_as_shipping_address >= 0))
);
ALTER TABLE public.address_useraddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.address_useraddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.analytics_productrecord (
    id bigint NOT NULL,
    num_views integer NOT NULL,
    num_basket_additions integer NOT NULL,
    num_purchases integer NOT NULL,
    score double precision NOT NULL,
    product_id bigint NOT NULL,
    CONSTRAINT analytics_productrecord_num_basket_additions_check CHECK ((num_basket_additions >= 0)),
    CONSTRAINT analytics_productrecord_num_purchases_check CHECK ((num_purchases >= 0)),
    CONSTRAINT analytics_productrecord_num_views_check CHECK ((num_views >= 0))
);
ALTER TABLE public.analytics_productrecord ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.analytics_productrecord_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.analytics_userproductview (
    id bigint NOT NULL,
    date_created timestamp with time zone NOT NULL,
    product_id bigint NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.analytics_userproductview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.analytics_userproductview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.analytics_userrecord (
    id bigint NOT NULL,
    num_product_views integer NOT NULL,
    num_basket_additions integer NOT NULL,
    num_orders integer NOT NULL,
    num_order_lines integer NOT NULL,
    num_order_items integer NOT NULL,
    total_spent numeric(12,2) NOT NULL,
    date_last_order timestamp with time zone,
    user_id bigint NOT NULL,
    CONSTRAINT analytics_userrecord_num_basket_additions_check CHECK ((num_basket_additions >= 0)),
    CONSTRAINT analytics_userrecord_num_order_items_check CHECK ((num_order_items >= 0)),
    CONSTRAINT analytics_userrecord_num_order_lines_check CHECK ((num_order_lines >= 0)),
    CONSTRAINT analytics_userrecord_num_orders_check CHECK ((num_orders >= 0)),
    CONSTRAINT analytics_userrecord_num_product_views_check CHECK ((num_product_views >= 0))
);
ALTER TABLE public.analytics_userrecord ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.analytics_userrecord_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.analytics_usersearch (
    id bigint NOT NULL,
    query character varying(255) NOT NULL,
    date_created timestamp with time zone NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.analytics_usersearch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.analytics_usersearch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.basket_basket (
    id bigint NOT NULL,
    owner_id bigint,
    status character varying(128) NOT NULL,
    date_created timestamp with time zone NOT NULL,
    date_merged timestamp with time zone,
    date_submitted timestamp with time zone
);
ALTER TABLE public.basket_basket ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.basket_basket_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.basket_basket_vouchers (
    id bigint NOT NULL,
    basket_id bigint NOT NULL,
    voucher_id bigint NOT NULL
);
ALTER TABLE public.basket_basket_vouchers ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.basket_basket_vouchers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.basket_line (
    id bigint NOT NULL,
    basket_id bigint NOT NULL,
    line_reference character varying(128) NOT NULL,
    product_id bigint NOT NULL,
    stockrecord_id bigint NOT NULL,
    quantity integer NOT NULL,
    price_currency character varying(12) NOT NULL,
    price_excl_tax numeric(12,2),
    price_incl_tax numeric(12,2),
    tax_code character varying(64),
    date_created timestamp with time zone NOT NULL,
    date_updated timestamp with time zone NOT NULL,
    CONSTRAINT basket_line_quantity_check CHECK ((quantity >= 0))
);
ALTER TABLE public.basket_line ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.basket_line_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.basket_lineattribute (
    id bigint NOT NULL,
    line_id bigint NOT NULL,
    option_id bigint NOT NULL,
    value jsonb NOT NULL
);
ALTER TABLE public.basket_lineattribute ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.basket_lineattribute_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.buyer_reviews_purchase (
    id bigint NOT NULL,
    photo character varying(120) NOT NULL,
    photo_width integer NOT NULL,
    photo_height integer NOT NULL,
    line_id bigint NOT NULL,
    review_id bigint NOT NULL,
    CONSTRAINT buyer_reviews_purchase_photo_height_check CHECK ((photo_height >= 0)),
    CONSTRAINT buyer_reviews_purchase_photo_width_check CHECK ((photo_width >= 0))
);
ALTER TABLE public.buyer_reviews_purchase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.buyer_reviews_purchase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.buyer_reviews_removal (
    id bigint NOT NULL,
    review_number bigint NOT NULL,
    act character varying(8) NOT NULL,
    ground character varying(9) NOT NULL,
    reason character varying(300) NOT NULL,
    score smallint NOT NULL,
    title character varying(255) NOT NULL,
    body text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    product_id bigint NOT NULL,
    CONSTRAINT buyer_reviews_removal_score_check CHECK ((score >= 0)),
    CONSTRAINT removal_on_a_ground_of_the_law CHECK (((((act)::text = 'restored'::text) AND ((ground)::text = ''::text)) OR (((act)::text = 'removed'::text) AND ((ground)::text = ANY (ARRAY[('unlawful'::character varying)::text, ('indecent'::character varying)::text, ('personal'::character varying)::text])) AND (NOT ((reason)::text = ''::text)))))
);
ALTER TABLE public.buyer_reviews_removal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.buyer_reviews_removal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.buyer_reviews_reply (
    id bigint NOT NULL,
    text text NOT NULL,
    state character varying(7) NOT NULL,
    ground character varying(9) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    review_id bigint NOT NULL,
    CONSTRAINT reply_has_a_text CHECK ((NOT (text = ''::text))),
    CONSTRAINT reply_refused_on_a_ground CHECK (((((state)::text = 'refused'::text) OR ((ground)::text = ''::text)) AND (1 = (
CASE
    WHEN ((state)::text = 'refused'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN ((ground)::text = ''::text) THEN 1
    ELSE 0
END)))),
    CONSTRAINT reply_state_is_known CHECK (((state)::text = ANY (ARRAY[('waiting'::character varying)::text, ('shown'::character varying)::text, ('refused'::character varying)::text])))
);
ALTER TABLE public.buyer_reviews_reply ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.buyer_reviews_reply_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.caching_publicchange (
    id bigint NOT NULL,
    mark bigint NOT NULL,
    product_id bigint
);
ALTER TABLE public.caching_publicchange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.caching_publicchange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_attributeoption (
    id bigint NOT NULL,
    group_id bigint NOT NULL,
    option character varying(255) NOT NULL,
    code character varying(255)
);
ALTER TABLE public.catalogue_attributeoption ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_attributeoption_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_attributeoptiongroup (
    id bigint NOT NULL,
    name character varying(128) NOT NULL,
    code character varying(255)
);
ALTER TABLE public.catalogue_attributeoptiongroup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_attributeoptiongroup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_category (
    id bigint NOT NULL,
    path character varying(255) NOT NULL,
    depth integer NOT NULL,
    numchild integer NOT NULL,
    name character varying(255) NOT NULL,
    code character varying(255),
    description text NOT NULL,
    long_description text NOT NULL,
    meta_title character varying(255),
    meta_description text,
    image character varying(255),
    slug character varying(255) NOT NULL,
    exclude_from_menu boolean NOT NULL,
    is_public boolean NOT NULL,
    ancestors_are_public boolean NOT NULL,
    CONSTRAINT catalogue_category_depth_check CHECK ((depth >= 0)),
    CONSTRAINT catalogue_category_numchild_check CHECK ((numchild >= 0))
);
ALTER TABLE public.catalogue_category ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_category_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_listingchange (
    id bigint NOT NULL,
    reason character varying(300) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    is_agreed boolean NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    is_photo boolean NOT NULL,
    answer_note character varying(300) NOT NULL,
    answered_by_id bigint,
    asked_by_id bigint NOT NULL,
    photo_id bigint,
    product_id bigint NOT NULL,
    CONSTRAINT listingchange_answer_whole CHECK ((((answered_at IS NULL) AND (answered_by_id IS NULL) AND (NOT is_agreed)) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)))),
    CONSTRAINT listingchange_changes_something CHECK ((is_photo OR (NOT (after = '{}'::jsonb)))),
    CONSTRAINT listingchange_has_reason CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT listingchange_two_people CHECK (((NOT is_agreed) OR (NOT ((answered_by_id = asked_by_id) AND (answered_by_id IS NOT NULL)))))
);
ALTER TABLE public.catalogue_listingchange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_listingchange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_option (
    id bigint NOT NULL,
    name character varying(128) NOT NULL,
    code character varying(128) NOT NULL,
    type character varying(255) NOT NULL,
    required boolean NOT NULL,
    option_group_id bigint,
    help_text character varying(255),
    "order" integer
);
ALTER TABLE public.catalogue_option ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_option_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_product (
    id bigint NOT NULL,
    former_slugs character varying(255)[] NOT NULL,
    structure character varying(10) NOT NULL,
    is_public boolean NOT NULL,
    upc character varying(64),
    parent_id bigint,
    title character varying(255) NOT NULL,
    description text NOT NULL,
    meta_title character varying(255),
    meta_description text,
    priority smallint NOT NULL,
    product_class_id bigint,
    rating double precision,
    date_created timestamp with time zone NOT NULL,
    date_updated timestamp with time zone NOT NULL,
    is_discountable boolean NOT NULL,
    code character varying(255),
    slug character varying(255) NOT NULL,
    producer_id bigint,
    unit_id bigint,
    former_commune character varying(80) NOT NULL,
    kind character varying(40) NOT NULL,
    packaging character varying(200) NOT NULL,
    source_urls character varying(600)[] NOT NULL,
    source_note text NOT NULL
);
CREATE TABLE public.catalogue_productcategory (
    id bigint NOT NULL,
    product_id bigint NOT NULL,
    category_id bigint NOT NULL
);
CREATE MATERIALIZED VIEW public.catalogue_product_category_hierarchy AS
 WITH RECURSIVE category_hierarchy AS (
         SELECT catalogue_category.id,
            catalogue_category.path
           FROM public.catalogue_category
        )
 SELECT DISTINCT concat(p.id, '-', parent_categories.id) AS id,
    p.id AS product_id,
    parent_categories.id AS category_id
   FROM (((public.catalogue_productcategory pc
     JOIN public.catalogue_category child_categories ON ((pc.category_id = child_categories.id)))
     JOIN public.catalogue_category parent_categories ON (((child_categories.path)::text ~~ ((parent_categories.path)::text || '%'::text))))
     JOIN public.catalogue_product p ON ((p.id = pc.product_id)))
  WITH NO DATA;
ALTER TABLE public.catalogue_product ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_product_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_product_product_options (
    id bigint NOT NULL,
    product_id bigint NOT NULL,
    option_id bigint NOT NULL
);
ALTER TABLE public.catalogue_product_product_options ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_product_product_options_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_productattribute (
    id bigint NOT NULL,
    product_class_id bigint,
    name character varying(128) NOT NULL,
    code character varying(128) NOT NULL,
    type character varying(20) NOT NULL,
    option_group_id bigint,
    required boolean NOT NULL
);
ALTER TABLE public.catalogue_productattribute ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_productattribute_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_productattributevalue (
    id bigint NOT NULL,
    attribute_id bigint NOT NULL,
    product_id bigint NOT NULL,
    value_text text,
    value_integer integer,
    value_boolean boolean,
    value_float double precision,
    value_richtext text,
    value_date date,
    value_datetime timestamp with time zone,
    value_option_id bigint,
    value_file character varying(255),
    value_image character varying(255),
    entity_content_type_id integer,
    entity_object_id integer,
    CONSTRAINT catalogue_productattributevalue_entity_object_id_check CHECK ((entity_object_id >= 0))
);
ALTER TABLE public.catalogue_productattributevalue ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_productattributevalue_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_productattributevalue_value_multi_option (
    id bigint NOT NULL,
    productattributevalue_id bigint CONSTRAINT catalogue_productattributeval_productattributevalue_id_not_null NOT NULL,
    attributeoption_id bigint CONSTRAINT catalogue_productattributevalue_val_attributeoption_id_not_null NOT NULL
);
ALTER TABLE public.catalogue_productattributevalue_value_multi_option ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_productattributevalue_value_multi_option_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.catalogue_productcategory ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_productcategory_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_productclass (
    id bigint NOT NULL,
    name character varying(128) NOT NULL,
    slug character varying(128) NOT NULL,
    requires_shipping boolean NOT NULL,
    track_stock boolean NOT NULL
);
ALTER TABLE public.catalogue_productclass ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_productclass_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_productclass_options (
    id bigint NOT NULL,
    productclass_id bigint NOT NULL,
    option_id bigint NOT NULL
);
ALTER TABLE public.catalogue_productclass_options ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_productclass_options_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_productimage (
    id bigint NOT NULL,
    product_id bigint NOT NULL,
    code character varying(255),
    original character varying(255) NOT NULL,
    caption character varying(200) NOT NULL,
    display_order integer NOT NULL,
    date_created timestamp with time zone NOT NULL,
    CONSTRAINT catalogue_productimage_display_order_check CHECK ((display_order >= 0))
);
ALTER TABLE public.catalogue_productimage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_productimage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_productphoto (
    id bigint NOT NULL,
    product_id bigint NOT NULL,
    photo_id bigint NOT NULL,
    "position" smallint NOT NULL,
    CONSTRAINT catalogue_productphoto_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.catalogue_productphoto ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_productphoto_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_productrecommendation (
    id bigint NOT NULL,
    primary_id bigint NOT NULL,
    recommendation_id bigint NOT NULL,
    ranking smallint NOT NULL,
    CONSTRAINT catalogue_productrecommendation_ranking_check CHECK ((ranking >= 0))
);
ALTER TABLE public.catalogue_productrecommendation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_productrecommendation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.certification_certificate (
    id bigint NOT NULL,
    product_id bigint NOT NULL,
    stars smallint NOT NULL,
    score numeric(5,2),
    council_level character varying(8) NOT NULL,
    issuing_body character varying(160) NOT NULL,
    decision_no character varying(60) NOT NULL,
    issued character varying(10) NOT NULL,
    expires_on date,
    suspended_from date,
    suspended_until date,
    suspension_reason text NOT NULL,
    revoked_on date,
    revocation_reason text NOT NULL,
    replaced_on date,
    source_urls character varying(600)[] NOT NULL,
    note text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    valid_period daterange GENERATED ALWAYS AS (
CASE
    WHEN ((issued)::text = ''::text) THEN NULL::daterange
    WHEN (LEAST(COALESCE(expires_on, (((
    CASE length((issued)::text)
        WHEN 10 THEN make_date((substr((issued)::text, 1, 4))::integer, (substr((issued)::text, 6, 2))::integer, (substr((issued)::text, 9, 2))::integer)
        WHEN 7 THEN make_date((substr((issued)::text, 1, 4))::integer, (substr((issued)::text, 6, 2))::integer, 1)
        ELSE make_date((substr((issued)::text, 1, 4))::integer, 1, 1)
    END + '3 years'::interval) -
    CASE length((issued)::text)
        WHEN 10 THEN '00:00:00'::interval
        ELSE '1 day'::interval
    END))::date), (revoked_on - 1), (replaced_on - 1)) <
    CASE length((issued)::text)
        WHEN 10 THEN make_date((substr((issued)::text, 1, 4))::integer, (substr((issued)::text, 6, 2))::integer, (substr((issued)::text, 9, 2))::integer)
        WHEN 7 THEN (((make_date((substr((issued)::text, 1, 4))::integer, (substr((issued)::text, 6, 2))::integer, 1) + '1 mon'::interval) - '1 day'::interval))::date
        ELSE make_date((substr((issued)::text, 1, 4))::integer, 12, 31)
    END) THEN 'empty'::daterange
    ELSE daterange(
    CASE length((issued)::text)
        WHEN 10 THEN make_date((substr((issued)::text, 1, 4))::integer, (substr((issued)::text, 6, 2))::integer, (substr((issued)::text, 9, 2))::integer)
        WHEN 7 THEN (((make_date((substr((issued)::text, 1, 4))::integer, (substr((issued)::text, 6, 2))::integer, 1) + '1 mon'::interval) - '1 day'::interval))::date
        ELSE make_date((substr((issued)::text, 1, 4))::integer, 12, 31)
    END, LEAST(COALESCE(expires_on, (((
    CASE length((issued)::text)
        WHEN 10 THEN make_date((substr((issued)::text, 1, 4))::integer, (substr((issued)::text, 6, 2))::integer, (substr((issued)::text, 9, 2))::integer)
        WHEN 7 THEN make_date((substr((issued)::text, 1, 4))::integer, (substr((issued)::text, 6, 2))::integer, 1)
        ELSE make_date((substr((issued)::text, 1, 4))::integer, 1, 1)
    END + '3 years'::interval) -
    CASE length((issued)::text)
        WHEN 10 THEN '00:00:00'::interval
        ELSE '1 day'::interval
    END))::date), (revoked_on - 1), (replaced_on - 1)), '[]'::text)
END) STORED,
    CONSTRAINT certificate_expires_after_issue CHECK (((expires_on IS NULL) OR ((issued)::text <= ((expires_on)::character varying)::text))),
    CONSTRAINT certificate_issued_date CHECK ((((issued)::text = ''::text) OR ((issued)::text ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'::text))),
    CONSTRAINT certificate_revocation_has_reason CHECK (((revoked_on IS NULL) OR (NOT (revocation_reason = ''::text)))),
    CONSTRAINT certificate_score_0_to_100 CHECK (((score IS NULL) OR ((score >= (0)::numeric) AND (score <= (100)::numeric)))),
    CONSTRAINT certificate_stars_3_to_5 CHECK (((stars >= 3) AND (stars <= 5))),
    CONSTRAINT certificate_suspension_has_reason CHECK (((suspended_from IS NULL) OR (NOT (suspension_reason = ''::text)))),
    CONSTRAINT certificate_suspension_order CHECK (((suspended_until IS NULL) OR ((suspended_from IS NOT NULL) AND (suspended_until >= suspended_from)))),
    CONSTRAINT certification_certificate_stars_check CHECK ((stars >= 0))
);
ALTER TABLE public.certification_certificate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.certification_certificate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.certification_certificateevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    product_id bigint NOT NULL,
    stars smallint NOT NULL,
    score numeric(5,2),
    council_level character varying(8) NOT NULL,
    issuing_body character varying(160) NOT NULL,
    decision_no character varying(60) NOT NULL,
    issued character varying(10) NOT NULL,
    expires_on date,
    suspended_from date,
    suspended_until date,
    suspension_reason text NOT NULL,
    revoked_on date,
    revocation_reason text NOT NULL,
    replaced_on date,
    source_urls character varying(600)[] NOT NULL,
    note text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    valid_period daterange GENERATED ALWAYS AS (
CASE
    WHEN ((issued)::text = ''::text) THEN NULL::daterange
    WHEN (LEAST(COALESCE(expires_on, (((
    CASE length((issued)::text)
        WHEN 10 THEN make_date((substr((issued)::text, 1, 4))::integer, (substr((issued)::text, 6, 2))::integer, (substr((issued)::text, 9, 2))::integer)
        WHEN 7 THEN make_date((substr((issued)::text, 1, 4))::integer, (substr((issued)::text, 6, 2))::integer, 1)
        ELSE make_date((substr((issued)::text, 1, 4))::integer, 1, 1)
    END + '3 years'::interval) -
    CASE length((issued)::text)
        WHEN 10 THEN '00:00:00'::interval
        ELSE '1 day'::interval
    END))::date), (revoked_on - 1), (replaced_on - 1)) <
    CASE length((issued)::text)
        WHEN 10 THEN make_date((substr((issued)::text, 1, 4))::integer, (substr((issued)::text, 6, 2))::integer, (substr((issued)::text, 9, 2))::integer)
        WHEN 7 THEN (((make_date((substr((issued)::text, 1, 4))::integer, (substr((issued)::text, 6, 2))::integer, 1) + '1 mon'::interval) - '1 day'::interval))::date
        ELSE make_date((substr((issued)::text, 1, 4))::integer, 12, 31)
    END) THEN 'empty'::daterange
    ELSE daterange(
    CASE length((issued)::text)
        WHEN 10 THEN make_date((substr((issued)::text, 1, 4))::integer, (substr((issued)::text, 6, 2))::integer, (substr((issued)::text, 9, 2))::integer)
        WHEN 7 THEN (((make_date((substr((issued)::text, 1, 4))::integer, (substr((issued)::text, 6, 2))::integer, 1) + '1 mon'::interval) - '1 day'::interval))::date
        ELSE make_date((substr((issued)::text, 1, 4))::integer, 12, 31)
    END, LEAST(COALESCE(expires_on, (((
    CASE length((issued)::text)
        WHEN 10 THEN make_date((substr((issued)::text, 1, 4))::integer, (substr((issued)::text, 6, 2))::integer, (substr((issued)::text, 9, 2))::integer)
        WHEN 7 THEN make_date((substr((issued)::text, 1, 4))::integer, (substr((issued)::text, 6, 2))::integer, 1)
        ELSE make_date((substr((issued)::text, 1, 4))::integer, 1, 1)
    END + '3 years'::interval) -
    CASE length((issued)::text)
        WHEN 10 THEN '00:00:00'::interval
        ELSE '1 day'::interval
    END))::date), (revoked_on - 1), (replaced_on - 1)), '[]'::text)
END) STORED,
    CONSTRAINT certification_certificateevent_stars_check CHECK ((stars >= 0))
);
ALTER TABLE public.certification_certificateevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.certification_certificateevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.certification_reportedstep (
    id bigint NOT NULL,
    product_id bigint NOT NULL,
    event character varying(16) NOT NULL,
    date character varying(10) NOT NULL,
    council_level character varying(8) NOT NULL,
    stars smallint,
    is_potential_five boolean NOT NULL,
    score numeric(5,2),
    is_register_row boolean NOT NULL,
    source_urls character varying(600)[] NOT NULL,
    note text NOT NULL,
    CONSTRAINT certification_reportedstep_stars_check CHECK ((stars >= 0)),
    CONSTRAINT reported_stars_1_to_5 CHECK (((stars IS NULL) OR ((stars >= 1) AND (stars <= 5)))),
    CONSTRAINT reported_step_date CHECK ((((date)::text = ''::text) OR ((date)::text ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'::text)))
);
ALTER TABLE public.certification_reportedstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.certification_reportedstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.certification_restoration (
    id bigint NOT NULL,
    reason character varying(300) NOT NULL,
    asked_by_id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_by_id bigint,
    answered_at timestamp with time zone,
    is_agreed boolean NOT NULL,
    certificate_id bigint NOT NULL,
    CONSTRAINT restoration_answer_whole CHECK ((((answered_at IS NULL) AND (answered_by_id IS NULL) AND (NOT is_agreed)) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)))),
    CONSTRAINT restoration_has_reason CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT restoration_two_people CHECK (((NOT is_agreed) OR (NOT ((answered_by_id = asked_by_id) AND (answered_by_id IS NOT NULL)))))
);
ALTER TABLE public.certification_restoration ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.certification_restoration_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.claims_claim (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    kind character varying(11) NOT NULL,
    state character varying(9) NOT NULL,
    outcome character varying(11) NOT NULL,
    offer_number smallint NOT NULL,
    due_at timestamp with time zone,
    language character varying(5) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    parcel_id bigint NOT NULL,
    CONSTRAINT claim_answered_with_an_outcome CHECK (((NOT ((state)::text = ANY (ARRAY[('answered'::character varying)::text, ('agreed'::character varying)::text]))) OR (NOT ((outcome)::text = ''::text)))),
    CONSTRAINT claim_has_a_clock_until_closed CHECK ((((due_at IS NULL) AND ((state)::text = 'closed'::text)) OR ((NOT ((state)::text = 'closed'::text)) AND (due_at IS NOT NULL)))),
    CONSTRAINT claim_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('missing'::character varying)::text, ('broken'::character varying)::text, ('wrong'::character varying)::text, ('not_arrived'::character varying)::text, ('other'::character varying)::text]))),
    CONSTRAINT claim_state_is_known CHECK (((state)::text = ANY (ARRAY[('open'::character varying)::text, ('answered'::character varying)::text, ('escalated'::character varying)::text, ('agreed'::character varying)::text, ('closed'::character varying)::text]))),
    CONSTRAINT claims_claim_offer_number_check CHECK ((offer_number >= 0))
);
ALTER TABLE public.claims_claim ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.claims_claim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.claims_claimevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    state character varying(9) NOT NULL,
    outcome character varying(11) NOT NULL,
    due_at timestamp with time zone,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);
ALTER TABLE public.claims_claimevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.claims_claimevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.claims_claimline (
    id bigint NOT NULL,
    quantity integer NOT NULL,
    granted integer NOT NULL,
    claim_id bigint NOT NULL,
    line_id bigint NOT NULL,
    CONSTRAINT claim_line_grants_no_more_than_claimed CHECK ((granted <= quantity)),
    CONSTRAINT claim_line_of_some_units CHECK ((quantity > 0)),
    CONSTRAINT claims_claimline_granted_check CHECK ((granted >= 0)),
    CONSTRAINT claims_claimline_quantity_check CHECK ((quantity >= 0))
);
ALTER TABLE public.claims_claimline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.claims_claimline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.claims_claimmessage (
    id bigint NOT NULL,
    side character varying(6) NOT NULL,
    text text NOT NULL,
    state character varying(9) NOT NULL,
    outcome character varying(11) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    claim_id bigint NOT NULL,
    CONSTRAINT claim_message_says_something CHECK (((NOT (text = ''::text)) OR (NOT ((state)::text = ''::text))))
);
ALTER TABLE public.claims_claimmessage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.claims_claimmessage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.claims_claimphoto (
    id bigint NOT NULL,
    claim_id bigint NOT NULL,
    evidence_id bigint NOT NULL
);
ALTER TABLE public.claims_claimphoto ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.claims_claimphoto_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cms_fairindexpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL
);
CREATE TABLE public.cms_fairpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    source_url character varying(600) NOT NULL,
    import_key character varying(300) NOT NULL,
    venue character varying(300) NOT NULL,
    starts character varying(10) NOT NULL,
    ends character varying(10) NOT NULL,
    organiser character varying(300) NOT NULL,
    booths integer,
    note text NOT NULL,
    body jsonb NOT NULL,
    CONSTRAINT cms_fairpage_booths_check CHECK ((booths >= 0)),
    CONSTRAINT fair_ends_date CHECK ((((ends)::text = ''::text) OR ((ends)::text ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'::text))),
    CONSTRAINT fair_starts_date CHECK ((((starts)::text = ''::text) OR ((starts)::text ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'::text)))
);
CREATE TABLE public.cms_fairproduct (
    id bigint NOT NULL,
    sort_order integer,
    fair_id integer NOT NULL,
    product_id bigint NOT NULL
);
ALTER TABLE public.cms_fairproduct ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cms_fairproduct_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cms_homepage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL
);
CREATE TABLE public.cms_infopage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    body jsonb NOT NULL,
    title_en character varying(255) NOT NULL,
    summary_en text NOT NULL,
    body_en jsonb NOT NULL
);
CREATE TABLE public.cms_newsindexpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL
);
CREATE TABLE public.cms_newspage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    source_url character varying(600) NOT NULL,
    import_key character varying(300) NOT NULL,
    date character varying(10) NOT NULL,
    body jsonb NOT NULL,
    CONSTRAINT news_date CHECK ((((date)::text = ''::text) OR ((date)::text ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'::text)))
);
CREATE TABLE public.cms_storyindexpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL
);
CREATE TABLE public.cms_storypage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    product_id bigint,
    body jsonb NOT NULL,
    sources jsonb NOT NULL,
    is_illustrative boolean NOT NULL
);
CREATE TABLE public.communication_communicationeventtype (
    id bigint CONSTRAINT customer_communicationeventtype_id_not_null NOT NULL,
    code character varying(128) CONSTRAINT customer_communicationeventtype_code_not_null NOT NULL,
    name character varying(255) CONSTRAINT customer_communicationeventtype_name_not_null NOT NULL,
    category character varying(255) CONSTRAINT customer_communicationeventtype_category_not_null NOT NULL,
    email_subject_template character varying(255),
    email_body_template text,
    email_body_html_template text,
    sms_template character varying(170),
    date_created timestamp with time zone CONSTRAINT customer_communicationeventtype_date_created_not_null NOT NULL,
    date_updated timestamp with time zone CONSTRAINT customer_communicationeventtype_date_updated_not_null NOT NULL
);
CREATE TABLE public.communication_email (
    id bigint CONSTRAINT customer_email_id_not_null NOT NULL,
    subject text CONSTRAINT customer_email_subject_not_null NOT NULL,
    body_text text CONSTRAINT customer_email_body_text_not_null NOT NULL,
    body_html text CONSTRAINT customer_email_body_html_not_null NOT NULL,
    date_sent timestamp with time zone CONSTRAINT customer_email_date_sent_not_null NOT NULL,
    user_id bigint,
    email character varying(254)
);
CREATE TABLE public.communication_notification (
    id bigint CONSTRAINT customer_notification_id_not_null NOT NULL,
    subject character varying(255) CONSTRAINT customer_notification_subject_not_null NOT NULL,
    body text CONSTRAINT customer_notification_body_not_null NOT NULL,
    location character varying(32) CONSTRAINT customer_notification_location_not_null NOT NULL,
    date_sent timestamp with time zone CONSTRAINT customer_notification_date_sent_not_null NOT NULL,
    date_read timestamp with time zone,
    recipient_id bigint CONSTRAINT customer_notification_recipient_id_not_null NOT NULL,
    sender_id bigint
);
CREATE TABLE public.complaints_complaint (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    kind character varying(12) NOT NULL,
    product_id bigint,
    subject character varying(200) NOT NULL,
    text text NOT NULL,
    name character varying(120) NOT NULL,
    phone character varying(20) NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(5) NOT NULL,
    state character varying(8) NOT NULL,
    answer text NOT NULL,
    handled_by_id bigint,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT complaint_closed_has_answer CHECK (((NOT ((state)::text = 'closed'::text)) OR (NOT (answer = ''::text)))),
    CONSTRAINT complaint_has_a_text CHECK ((NOT (text = ''::text))),
    CONSTRAINT complaint_kind CHECK (((kind)::text = ANY (ARRAY[('product'::character varying)::text, ('order'::character varying)::text, ('certificate'::character varying)::text, ('content'::character varying)::text, ('other'::character varying)::text]))),
    CONSTRAINT complaint_state CHECK (((state)::text = ANY (ARRAY[('new'::character varying)::text, ('in_hand'::character varying)::text, ('closed'::character varying)::text])))
);
ALTER TABLE public.complaints_complaint ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.complaints_complaint_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.complaints_complaintevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    state character varying(8) NOT NULL,
    answer text NOT NULL,
    handled_by_id bigint
);
ALTER TABLE public.complaints_complaintevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.complaints_complaintevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.communication_communicationeventtype ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customer_communicationeventtype_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.communication_email ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customer_email_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.communication_notification ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customer_notification_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.customer_productalert (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    key character varying(128) NOT NULL,
    status character varying(20) NOT NULL,
    date_created timestamp with time zone NOT NULL,
    date_confirmed timestamp with time zone,
    date_cancelled timestamp with time zone,
    date_closed timestamp with time zone,
    product_id bigint NOT NULL,
    user_id bigint
);
ALTER TABLE public.customer_productalert ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customer_productalert_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id bigint NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);
ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_flatpage (
    id integer NOT NULL,
    url character varying(100) NOT NULL,
    title character varying(200) NOT NULL,
    content text NOT NULL,
    enable_comments boolean NOT NULL,
    template_name character varying(70) NOT NULL,
    registration_required boolean NOT NULL
);
ALTER TABLE public.django_flatpage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_flatpage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_flatpage_sites (
    id bigint NOT NULL,
    flatpage_id integer NOT NULL,
    site_id integer NOT NULL
);
ALTER TABLE public.django_flatpage_sites ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_flatpage_sites_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.django_site (
    id integer NOT NULL,
    domain character varying(100) NOT NULL,
    name character varying(50) NOT NULL
);
ALTER TABLE public.django_site ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_site_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_tasks_database_dbtaskresult (
    id uuid NOT NULL,
    status character varying(10) NOT NULL,
    args_kwargs jsonb NOT NULL,
    priority integer NOT NULL,
    task_path text NOT NULL,
    queue_name character varying(32) NOT NULL,
    backend_name character varying(32) NOT NULL,
    run_after timestamp with time zone NOT NULL,
    enqueued_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    started_at timestamp with time zone,
    return_value jsonb,
    exception_class_path text CONSTRAINT django_tasks_database_dbtaskresul_exception_class_path_not_null NOT NULL,
    traceback text NOT NULL,
    worker_ids jsonb NOT NULL,
    CONSTRAINT priority_range CHECK (((priority >= '-100'::integer) AND (priority <= 100)))
);
CREATE TABLE public.geography_adminunit (
    id bigint NOT NULL,
    former_slugs character varying(255)[] NOT NULL,
    system character varying(8) NOT NULL,
    code character varying(8) NOT NULL,
    name character varying(80) NOT NULL,
    kind character varying(10) NOT NULL,
    tier character varying(8) NOT NULL,
    parent_id bigint,
    slug character varying(255) NOT NULL,
    alternative_code character varying(8) NOT NULL
);
ALTER TABLE public.geography_adminunit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.geography_adminunit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.geography_succession (
    id bigint NOT NULL,
    old_id bigint NOT NULL,
    new_id bigint NOT NULL,
    is_split boolean NOT NULL,
    is_default boolean NOT NULL
);
ALTER TABLE public.geography_succession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.geography_succession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.geography_unitspelling (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    text character varying(80) NOT NULL
);
ALTER TABLE public.geography_unitspelling ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.geography_unitspelling_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.idempotency_sentform (
    id bigint NOT NULL,
    key character varying(64) NOT NULL,
    body character varying(64) NOT NULL,
    location text NOT NULL,
    created_at timestamp with time zone NOT NULL
);
ALTER TABLE public.idempotency_sentform ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.idempotency_sentform_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mail_mailoptout (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.mail_mailoptout ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mail_mailoptout_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mail_outgoingmail (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    key character varying(100) NOT NULL,
    about character varying(60) NOT NULL,
    "to" character varying(254) NOT NULL,
    language character varying(8) NOT NULL,
    arguments jsonb NOT NULL,
    state character varying(8) NOT NULL,
    attempts smallint NOT NULL,
    next_attempt_at timestamp with time zone NOT NULL,
    reason character varying(300) NOT NULL,
    is_refused boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT mail_address_only_while_needed CHECK (((((state)::text = ANY (ARRAY[('waiting'::character varying)::text, ('failed'::character varying)::text])) AND (NOT (("to")::text = ''::text))) OR (("to")::text = ''::text))),
    CONSTRAINT mail_ended_at_some_time CHECK ((((ended_at IS NULL) AND ((state)::text = ANY (ARRAY[('waiting'::character varying)::text, ('failed'::character varying)::text]))) OR ((ended_at IS NOT NULL) AND ((state)::text = ANY (ARRAY[('sent'::character varying)::text, ('given_up'::character varying)::text]))))),
    CONSTRAINT mail_outgoingmail_attempts_check CHECK ((attempts >= 0))
);
ALTER TABLE public.mail_outgoingmail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mail_outgoingmail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.media_evidence (
    id bigint NOT NULL,
    source character varying(4) NOT NULL,
    original character varying(120) NOT NULL,
    size integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    private_copy character varying(120) NOT NULL,
    public_copy character varying(120) NOT NULL,
    copy_sha256 character varying(64) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT evidence_digests CHECK ((((copy_sha256)::text ~ '^[0-9a-f]{64}$'::text) AND ((sha256)::text ~ '^[0-9a-f]{64}$'::text))),
    CONSTRAINT evidence_one_copy CHECK (((((private_copy)::text = ''::text) AND ((public_copy)::text > ''::text)) OR (((private_copy)::text > ''::text) AND ((public_copy)::text = ''::text)))),
    CONSTRAINT media_evidence_height_check CHECK ((height >= 0)),
    CONSTRAINT media_evidence_size_check CHECK ((size >= 0)),
    CONSTRAINT media_evidence_width_check CHECK ((width >= 0))
);
ALTER TABLE public.media_evidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.media_evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.media_photo (
    id bigint NOT NULL,
    collection_id integer NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    description character varying(255) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    uploaded_by_user_id bigint,
    focal_point_x integer,
    focal_point_y integer,
    focal_point_width integer,
    focal_point_height integer,
    file_size integer,
    file_hash character varying(40) NOT NULL,
    credit character varying(200) NOT NULL,
    CONSTRAINT media_photo_file_size_check CHECK ((file_size >= 0)),
    CONSTRAINT media_photo_focal_point_height_check CHECK ((focal_point_height >= 0)),
    CONSTRAINT media_photo_focal_point_width_check CHECK ((focal_point_width >= 0)),
    CONSTRAINT media_photo_focal_point_x_check CHECK ((focal_point_x >= 0)),
    CONSTRAINT media_photo_focal_point_y_check CHECK ((focal_point_y >= 0))
);
ALTER TABLE public.media_photo ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.media_photo_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.media_rendition (
    id bigint NOT NULL,
    filter_spec character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    focal_point_key character varying(16) NOT NULL,
    image_id bigint NOT NULL
);
ALTER TABLE public.media_rendition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.media_rendition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);
ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.notifications_notification (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    key character varying(60) NOT NULL,
    target bigint NOT NULL,
    about character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    user_id bigint NOT NULL
);
ALTER TABLE public.notifications_notification ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notifications_notification_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.offer_benefit (
    id bigint NOT NULL,
    type character varying(128) NOT NULL,
    value numeric(12,2),
    max_affected_items integer,
    proxy_class character varying(255),
    range_id bigint,
    CONSTRAINT offer_benefit_max_affected_items_check CHECK ((max_affected_items >= 0))
);
ALTER TABLE public.offer_benefit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_benefit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.offer_condition (
    id bigint NOT NULL,
    type character varying(128) NOT NULL,
    value numeric(12,2),
    proxy_class character varying(255),
    range_id bigint
);
ALTER TABLE public.offer_condition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_condition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.offer_conditionaloffer (
    id bigint NOT NULL,
    name character varying(128) NOT NULL,
    slug character varying(128) NOT NULL,
    description text NOT NULL,
    offer_type character varying(128) NOT NULL,
    status character varying(64) NOT NULL,
    priority integer NOT NULL,
    start_datetime timestamp with time zone,
    end_datetime timestamp with time zone,
    max_global_applications integer,
    max_user_applications integer,
    max_basket_applications integer,
    max_discount numeric(12,2),
    total_discount numeric(12,2) NOT NULL,
    num_applications integer NOT NULL,
    num_orders integer NOT NULL,
    redirect_url character varying(200) NOT NULL,
    date_created timestamp with time zone NOT NULL,
    benefit_id bigint NOT NULL,
    condition_id bigint NOT NULL,
    exclusive boolean NOT NULL,
    CONSTRAINT offer_conditionaloffer_max_basket_applications_check CHECK ((max_basket_applications >= 0)),
    CONSTRAINT offer_conditionaloffer_max_global_applications_check CHECK ((max_global_applications >= 0)),
    CONSTRAINT offer_conditionaloffer_max_user_applications_check CHECK ((max_user_applications >= 0)),
    CONSTRAINT offer_conditionaloffer_num_applications_check CHECK ((num_applications >= 0)),
    CONSTRAINT offer_conditionaloffer_num_orders_check CHECK ((num_orders >= 0))
);
CREATE TABLE public.offer_conditionaloffer_combinations (
    id bigint NOT NULL,
    from_conditionaloffer_id bigint CONSTRAINT offer_conditionaloffer_combin_from_conditionaloffer_id_not_null NOT NULL,
    to_conditionaloffer_id bigint CONSTRAINT offer_conditionaloffer_combinat_to_conditionaloffer_id_not_null NOT NULL
);
ALTER TABLE public.offer_conditionaloffer_combinations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_conditionaloffer_combinations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.offer_conditionaloffer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_conditionaloffer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.offer_range (
    id bigint NOT NULL,
    name character varying(128) NOT NULL,
    slug character varying(128) NOT NULL,
    description text NOT NULL,
    is_public boolean NOT NULL,
    includes_all_products boolean NOT NULL,
    proxy_class character varying(255),
    date_created timestamp with time zone NOT NULL
);
CREATE TABLE public.offer_range_classes (
    id bigint NOT NULL,
    range_id bigint NOT NULL,
    productclass_id bigint NOT NULL
);
ALTER TABLE public.offer_range_classes ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_range_classes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.offer_range_excluded_categories (
    id bigint NOT NULL,
    range_id bigint NOT NULL,
    category_id bigint NOT NULL
);
ALTER TABLE public.offer_range_excluded_categories ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_range_excluded_categories_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.offer_range_excluded_products (
    id bigint NOT NULL,
    range_id bigint NOT NULL,
    product_id bigint NOT NULL
);
ALTER TABLE public.offer_range_excluded_products ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_range_excluded_products_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.offer_range ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_range_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.offer_range_included_categories (
    id bigint NOT NULL,
    range_id bigint NOT NULL,
    category_id bigint NOT NULL
);
ALTER TABLE public.offer_range_included_categories ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_range_included_categories_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.offer_rangeproduct (
    id bigint NOT NULL,
    display_order integer NOT NULL,
    product_id bigint NOT NULL,
    range_id bigint NOT NULL
);
ALTER TABLE public.offer_rangeproduct ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_rangeproduct_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.offer_rangeproductfileupload (
    id bigint NOT NULL,
    filepath character varying(255) NOT NULL,
    size integer NOT NULL,
    date_uploaded timestamp with time zone NOT NULL,
    status character varying(32) NOT NULL,
    error_message character varying(255) NOT NULL,
    date_processed timestamp with time zone,
    num_new_skus integer,
    num_unknown_skus integer,
    num_duplicate_skus integer,
    range_id bigint NOT NULL,
    uploaded_by_id bigint NOT NULL,
    upload_type character varying(8) NOT NULL,
    CONSTRAINT offer_rangeproductfileupload_num_duplicate_skus_check CHECK ((num_duplicate_skus >= 0)),
    CONSTRAINT offer_rangeproductfileupload_num_new_skus_check CHECK ((num_new_skus >= 0)),
    CONSTRAINT offer_rangeproductfileupload_num_unknown_skus_check CHECK ((num_unknown_skus >= 0)),
    CONSTRAINT offer_rangeproductfileupload_size_check CHECK ((size >= 0))
);
ALTER TABLE public.offer_rangeproductfileupload ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_rangeproductfileupload_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_billingaddress (
    id bigint NOT NULL,
    code character varying(255),
    title character varying(64) NOT NULL,
    first_name character varying(255) NOT NULL,
    last_name character varying(255) NOT NULL,
    line1 character varying(255) NOT NULL,
    line2 character varying(255) NOT NULL,
    line3 character varying(255) NOT NULL,
    line4 character varying(255) NOT NULL,
    state character varying(255) NOT NULL,
    postcode character varying(64) NOT NULL,
    country_id character varying(2) NOT NULL,
    search_text text NOT NULL
);
ALTER TABLE public.order_billingaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_billingaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_cancellation (
    id bigint NOT NULL,
    kind character varying(9) NOT NULL,
    quantity integer NOT NULL,
    amount integer NOT NULL,
    reason character varying(300) NOT NULL,
    is_restocked boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    line_id bigint NOT NULL,
    CONSTRAINT cancellation_has_a_reason CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT cancellation_of_some_units CHECK ((quantity > 0)),
    CONSTRAINT order_cancellation_amount_check CHECK ((amount >= 0)),
    CONSTRAINT order_cancellation_quantity_check CHECK ((quantity >= 0))
);
ALTER TABLE public.order_cancellation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_cancellation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_communicationevent (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    event_type_id bigint NOT NULL,
    date_created timestamp with time zone NOT NULL
);
ALTER TABLE public.order_communicationevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_communicationevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_confirmation (
    id bigint NOT NULL,
    due_at timestamp with time zone NOT NULL,
    outcome character varying(9) NOT NULL,
    attempts smallint NOT NULL,
    attempted_at timestamp with time zone,
    note character varying(300) NOT NULL,
    reason character varying(300) NOT NULL,
    decided_at timestamp with time zone,
    decided_by_id bigint,
    told_at timestamp with time zone,
    parcel_id bigint NOT NULL,
    CONSTRAINT confirmation_cancelled_for_a_reason CHECK (((NOT ((outcome)::text = 'cancelled'::text)) OR (NOT ((reason)::text = ''::text)))),
    CONSTRAINT confirmation_decided_at_some_time CHECK ((((decided_at IS NULL) AND ((outcome)::text = 'waiting'::text)) OR ((decided_at IS NOT NULL) AND ((outcome)::text = ANY (ARRAY[('confirmed'::character varying)::text, ('cancelled'::character varying)::text]))))),
    CONSTRAINT order_confirmation_attempts_check CHECK ((attempts >= 0))
);
ALTER TABLE public.order_confirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_confirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_confirmationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    due_at timestamp with time zone NOT NULL,
    outcome character varying(9) NOT NULL,
    attempts smallint NOT NULL,
    attempted_at timestamp with time zone,
    note character varying(300) NOT NULL,
    reason character varying(300) NOT NULL,
    decided_at timestamp with time zone,
    decided_by_id bigint,
    told_at timestamp with time zone,
    parcel_id bigint NOT NULL,
    CONSTRAINT order_confirmationevent_attempts_check CHECK ((attempts >= 0))
);
ALTER TABLE public.order_confirmationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_confirmationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_guestorder (
    order_id bigint NOT NULL,
    network character varying(32) NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    is_illustrative boolean NOT NULL
);
CREATE TABLE public.order_line (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    partner_id bigint,
    partner_name character varying(128) NOT NULL,
    partner_sku character varying(128) NOT NULL,
    partner_line_reference character varying(128) NOT NULL,
    partner_line_notes text NOT NULL,
    stockrecord_id bigint,
    product_id bigint,
    title character varying(255) NOT NULL,
    upc character varying(128),
    quantity integer NOT NULL,
    line_price_incl_tax numeric(12,2) NOT NULL,
    line_price_excl_tax numeric(12,2) NOT NULL,
    line_price_before_discounts_incl_tax numeric(12,2) NOT NULL,
    line_price_before_discounts_excl_tax numeric(12,2) NOT NULL,
    unit_price_incl_tax numeric(12,2),
    unit_price_excl_tax numeric(12,2),
    tax_code character varying(64),
    status character varying(255) NOT NULL,
    num_allocated integer NOT NULL,
    allocation_cancelled boolean NOT NULL,
    stars_at_order smallint,
    certificate_id bigint,
    parcel_id bigint NOT NULL,
    net_content character varying(200) NOT NULL,
    CONSTRAINT order_line_num_allocated_check CHECK ((num_allocated >= 0)),
    CONSTRAINT order_line_quantity_check CHECK ((quantity >= 0)),
    CONSTRAINT order_line_stars_at_order_check CHECK ((stars_at_order >= 0))
);
ALTER TABLE public.order_line ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_line_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_lineattribute (
    id bigint NOT NULL,
    line_id bigint NOT NULL,
    option_id bigint,
    type character varying(128) NOT NULL,
    value jsonb NOT NULL
);
ALTER TABLE public.order_lineattribute ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_lineattribute_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_lineprice (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    line_id bigint NOT NULL,
    quantity integer NOT NULL,
    price_incl_tax numeric(12,2) NOT NULL,
    price_excl_tax numeric(12,2) NOT NULL,
    shipping_incl_tax numeric(12,2) NOT NULL,
    shipping_excl_tax numeric(12,2) NOT NULL,
    tax_code character varying(64),
    CONSTRAINT order_lineprice_quantity_check CHECK ((quantity >= 0))
);
ALTER TABLE public.order_lineprice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_lineprice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_order (
    id bigint NOT NULL,
    number character varying(128) NOT NULL,
    site_id integer,
    basket_id bigint,
    user_id bigint,
    billing_address_id bigint,
    currency character varying(12) NOT NULL,
    total_incl_tax numeric(12,2) NOT NULL,
    total_excl_tax numeric(12,2) NOT NULL,
    shipping_incl_tax numeric(12,2) NOT NULL,
    shipping_excl_tax numeric(12,2) NOT NULL,
    shipping_tax_code character varying(64),
    shipping_address_id bigint,
    shipping_method character varying(128) NOT NULL,
    shipping_code character varying(128) NOT NULL,
    status character varying(100) NOT NULL,
    guest_email character varying(254) NOT NULL,
    date_placed timestamp with time zone NOT NULL,
    analytics_tracked boolean NOT NULL,
    language character varying(8) NOT NULL
);
ALTER TABLE public.order_order ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_order_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_orderdiscount (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    category character varying(64) NOT NULL,
    offer_id integer,
    offer_name character varying(128) NOT NULL,
    voucher_id integer,
    voucher_code character varying(128) NOT NULL,
    frequency integer,
    amount numeric(12,2) NOT NULL,
    message text NOT NULL,
    CONSTRAINT order_orderdiscount_frequency_check CHECK ((frequency >= 0)),
    CONSTRAINT order_orderdiscount_offer_id_check CHECK ((offer_id >= 0)),
    CONSTRAINT order_orderdiscount_voucher_id_check CHECK ((voucher_id >= 0))
);
ALTER TABLE public.order_orderdiscount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_orderdiscount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_orderevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    number character varying(128) NOT NULL,
    site_id integer,
    basket_id bigint,
    user_id bigint,
    billing_address_id bigint,
    currency character varying(12) NOT NULL,
    total_incl_tax numeric(12,2) NOT NULL,
    total_excl_tax numeric(12,2) NOT NULL,
    shipping_incl_tax numeric(12,2) NOT NULL,
    shipping_excl_tax numeric(12,2) NOT NULL,
    shipping_tax_code character varying(64),
    shipping_address_id bigint,
    shipping_method character varying(128) NOT NULL,
    shipping_code character varying(128) NOT NULL,
    status character varying(100) NOT NULL,
    guest_email character varying(254) NOT NULL,
    date_placed timestamp with time zone NOT NULL,
    analytics_tracked boolean NOT NULL,
    language character varying(8) NOT NULL
);
ALTER TABLE public.order_orderevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_orderevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_orderlinediscount (
    id bigint NOT NULL,
    line_id bigint NOT NULL,
    order_discount_id bigint NOT NULL,
    is_incl_tax boolean NOT NULL,
    amount numeric(12,2) NOT NULL
);
ALTER TABLE public.order_orderlinediscount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_orderlinediscount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_ordernote (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    user_id bigint,
    note_type character varying(128) NOT NULL,
    message text NOT NULL,
    date_created timestamp with time zone NOT NULL,
    date_updated timestamp with time zone NOT NULL
);
ALTER TABLE public.order_ordernote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_ordernote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_orderstatuschange (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    old_status character varying(100) NOT NULL,
    new_status character varying(100) NOT NULL,
    date_created timestamp with time zone NOT NULL
);
ALTER TABLE public.order_orderstatuschange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_orderstatuschange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_parcel (
    id bigint NOT NULL,
    number smallint NOT NULL,
    state character varying(11) NOT NULL,
    state_since timestamp with time zone NOT NULL,
    delivery_charge integer NOT NULL,
    carrier character varying(60) NOT NULL,
    tracking_number character varying(60) NOT NULL,
    order_id bigint NOT NULL,
    partner_id bigint NOT NULL,
    CONSTRAINT order_parcel_delivery_charge_check CHECK ((delivery_charge >= 0)),
    CONSTRAINT order_parcel_number_check CHECK ((number >= 0)),
    CONSTRAINT parcel_state_is_known CHECK (((state)::text = ANY (ARRAY[('unconfirmed'::character varying)::text, ('unpaid'::character varying)::text, ('new'::character varying)::text, ('confirmed'::character varying)::text, ('packed'::character varying)::text, ('shipped'::character varying)::text, ('returning'::character varying)::text, ('delivered'::character varying)::text, ('returned'::character varying)::text, ('cancelled'::character varying)::text])))
);
ALTER TABLE public.order_parcel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_parcel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_parcelevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    number smallint NOT NULL,
    state character varying(11) NOT NULL,
    state_since timestamp with time zone NOT NULL,
    delivery_charge integer NOT NULL,
    carrier character varying(60) NOT NULL,
    tracking_number character varying(60) NOT NULL,
    order_id bigint NOT NULL,
    partner_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT order_parcelevent_delivery_charge_check CHECK ((delivery_charge >= 0)),
    CONSTRAINT order_parcelevent_number_check CHECK ((number >= 0))
);
ALTER TABLE public.order_parcelevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_parcelevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_parcelmessage (
    id bigint NOT NULL,
    sender character varying(6) NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    by_id bigint,
    parcel_id bigint NOT NULL,
    CONSTRAINT parcel_message_says_something CHECK ((NOT (text = ''::text))),
    CONSTRAINT parcel_message_sender CHECK (((sender)::text = ANY (ARRAY[('seller'::character varying)::text, ('buyer'::character varying)::text])))
);
ALTER TABLE public.order_parcelmessage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_parcelmessage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_paymentevent (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    amount numeric(12,2) NOT NULL,
    reference character varying(128) NOT NULL,
    event_type_id bigint NOT NULL,
    shipping_event_id bigint,
    date_created timestamp with time zone NOT NULL
);
ALTER TABLE public.order_paymentevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_paymentevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_paymenteventquantity (
    id bigint NOT NULL,
    event_id bigint NOT NULL,
    line_id bigint NOT NULL,
    quantity integer NOT NULL,
    CONSTRAINT order_paymenteventquantity_quantity_check CHECK ((quantity >= 0))
);
ALTER TABLE public.order_paymenteventquantity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_paymenteventquantity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_paymenteventtype (
    id bigint NOT NULL,
    name character varying(128) NOT NULL,
    code character varying(128) NOT NULL
);
ALTER TABLE public.order_paymenteventtype ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_paymenteventtype_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_pickup (
    id bigint NOT NULL,
    name character varying(160) NOT NULL,
    address character varying(300) NOT NULL,
    code character varying(6) NOT NULL,
    arrived_at timestamp with time zone,
    wrong_codes smallint NOT NULL,
    arrived_by_id bigint,
    parcel_id bigint NOT NULL,
    sales_point_id bigint NOT NULL,
    CONSTRAINT order_pickup_wrong_codes_check CHECK ((wrong_codes >= 0))
);
ALTER TABLE public.order_pickup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_pickup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_sellermails (
    id bigint NOT NULL,
    has_new_parcels boolean NOT NULL,
    has_messages boolean NOT NULL,
    has_daily boolean NOT NULL,
    summed_up_on date,
    producer_id bigint NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.order_sellermails ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_sellermails_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_shippingaddress (
    id bigint NOT NULL,
    code character varying(255),
    title character varying(64) NOT NULL,
    first_name character varying(255) NOT NULL,
    last_name character varying(255) NOT NULL,
    line1 character varying(255) NOT NULL,
    line2 character varying(255) NOT NULL,
    line3 character varying(255) NOT NULL,
    line4 character varying(255) NOT NULL,
    state character varying(255) NOT NULL,
    postcode character varying(64) NOT NULL,
    country_id character varying(2) NOT NULL,
    search_text text NOT NULL,
    phone_number character varying(128) NOT NULL,
    notes text NOT NULL
);
ALTER TABLE public.order_shippingaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_shippingaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_shippingevent (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    event_type_id bigint NOT NULL,
    notes text NOT NULL,
    date_created timestamp with time zone NOT NULL
);
ALTER TABLE public.order_shippingevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_shippingevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_shippingeventquantity (
    id bigint NOT NULL,
    event_id bigint NOT NULL,
    line_id bigint NOT NULL,
    quantity integer NOT NULL,
    CONSTRAINT order_shippingeventquantity_quantity_check CHECK ((quantity >= 0))
);
ALTER TABLE public.order_shippingeventquantity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_shippingeventquantity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_shippingeventtype (
    id bigint NOT NULL,
    name character varying(255) NOT NULL,
    code character varying(128) NOT NULL
);
ALTER TABLE public.order_shippingeventtype ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_shippingeventtype_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_surcharge (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    name character varying(128) NOT NULL,
    code character varying(128) NOT NULL,
    incl_tax numeric(12,2) NOT NULL,
    excl_tax numeric(12,2) NOT NULL,
    tax_code character varying(64)
);
ALTER TABLE public.order_surcharge ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_surcharge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partner_allocation (
    id bigint NOT NULL,
    quantity integer NOT NULL,
    line_id bigint NOT NULL,
    stockrecord_id bigint NOT NULL,
    CONSTRAINT partner_allocation_quantity_check CHECK ((quantity >= 0)),
    CONSTRAINT stock_allocation_of_some_units CHECK ((quantity > 0))
);
ALTER TABLE public.partner_allocation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partner_allocation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partner_checkouthold (
    id bigint NOT NULL,
    quantity integer NOT NULL,
    network character varying(32) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    basket_id bigint NOT NULL,
    stockrecord_id bigint NOT NULL,
    CONSTRAINT checkout_hold_of_some_units CHECK ((quantity > 0)),
    CONSTRAINT partner_checkouthold_quantity_check CHECK ((quantity >= 0))
);
ALTER TABLE public.partner_checkouthold ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partner_checkouthold_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partner_offersheet (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    content bytea NOT NULL,
    digest character varying(64) NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    applied_at timestamp with time zone,
    seller_id bigint NOT NULL,
    uploaded_by_id bigint NOT NULL
);
ALTER TABLE public.partner_offersheet ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partner_offersheet_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partner_partner (
    id bigint NOT NULL,
    code character varying(128) NOT NULL,
    name character varying(128) NOT NULL,
    producer_id bigint,
    sales_point_id bigint,
    delivery_charge integer,
    free_delivery_from integer,
    minimum_order integer,
    CONSTRAINT partner_is_one_seller CHECK (((producer_id IS NULL) OR (sales_point_id IS NULL))),
    CONSTRAINT partner_partner_delivery_charge_check CHECK ((delivery_charge >= 0)),
    CONSTRAINT partner_partner_free_delivery_from_check CHECK ((free_delivery_from >= 0)),
    CONSTRAINT partner_partner_minimum_order_check CHECK ((minimum_order >= 0))
);
ALTER TABLE public.partner_partner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partner_partner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partner_partner_users (
    id bigint NOT NULL,
    partner_id bigint NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.partner_partner_users ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partner_partner_users_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partner_partneraddress (
    id bigint NOT NULL,
    code character varying(255),
    title character varying(64) NOT NULL,
    first_name character varying(255) NOT NULL,
    last_name character varying(255) NOT NULL,
    line1 character varying(255) NOT NULL,
    line2 character varying(255) NOT NULL,
    line3 character varying(255) NOT NULL,
    line4 character varying(255) NOT NULL,
    state character varying(255) NOT NULL,
    postcode character varying(64) NOT NULL,
    country_id character varying(2) NOT NULL,
    search_text text NOT NULL,
    partner_id bigint NOT NULL
);
ALTER TABLE public.partner_partneraddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partner_partneraddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partner_partnerevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code character varying(128) NOT NULL,
    name character varying(128) NOT NULL,
    delivery_charge integer,
    free_delivery_from integer,
    minimum_order integer,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    producer_id bigint,
    sales_point_id bigint,
    CONSTRAINT partner_partnerevent_delivery_charge_check CHECK ((delivery_charge >= 0)),
    CONSTRAINT partner_partnerevent_free_delivery_from_check CHECK ((free_delivery_from >= 0)),
    CONSTRAINT partner_partnerevent_minimum_order_check CHECK ((minimum_order >= 0))
);
ALTER TABLE public.partner_partnerevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partner_partnerevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partner_stockalert (
    id bigint NOT NULL,
    stockrecord_id bigint NOT NULL,
    threshold integer NOT NULL,
    status character varying(128) NOT NULL,
    date_created timestamp with time zone NOT NULL,
    date_closed timestamp with time zone,
    CONSTRAINT partner_stockalert_threshold_check CHECK ((threshold >= 0))
);
ALTER TABLE public.partner_stockalert ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partner_stockalert_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partner_stockhold (
    id bigint NOT NULL,
    stockrecord_id bigint NOT NULL,
    line_id bigint NOT NULL,
    quantity integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT partner_stockhold_quantity_check CHECK ((quantity >= 0)),
    CONSTRAINT stock_hold_of_some_units CHECK ((quantity > 0))
);
ALTER TABLE public.partner_stockhold ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partner_stockhold_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partner_stockrecord (
    id bigint NOT NULL,
    product_id bigint NOT NULL,
    partner_id bigint NOT NULL,
    partner_sku character varying(128) NOT NULL,
    price_currency character varying(12) NOT NULL,
    price numeric(12,2),
    num_in_stock integer,
    num_allocated integer,
    low_stock_threshold integer,
    date_created timestamp with time zone NOT NULL,
    date_updated timestamp with time zone NOT NULL,
    is_illustrative boolean NOT NULL,
    net_content character varying(60) NOT NULL,
    is_stopped boolean NOT NULL,
    CONSTRAINT partner_stockrecord_low_stock_threshold_check CHECK ((low_stock_threshold >= 0)),
    CONSTRAINT partner_stockrecord_num_in_stock_check CHECK ((num_in_stock >= 0)),
    CONSTRAINT stock_never_oversold CHECK (((num_allocated IS NULL) OR ((num_allocated >= 0) AND (num_allocated <= num_in_stock)))),
    CONSTRAINT stock_price_not_negative CHECK (((price IS NULL) OR (price >= (0)::numeric)))
);
ALTER TABLE public.partner_stockrecord ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partner_stockrecord_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partner_stockrecordevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    product_id bigint NOT NULL,
    partner_id bigint NOT NULL,
    partner_sku character varying(128) NOT NULL,
    price_currency character varying(12) NOT NULL,
    price numeric(12,2),
    num_in_stock integer,
    num_allocated integer,
    low_stock_threshold integer,
    date_created timestamp with time zone NOT NULL,
    date_updated timestamp with time zone NOT NULL,
    is_illustrative boolean NOT NULL,
    net_content character varying(60) NOT NULL,
    is_stopped boolean NOT NULL,
    CONSTRAINT partner_stockrecordevent_low_stock_threshold_check CHECK ((low_stock_threshold >= 0)),
    CONSTRAINT partner_stockrecordevent_num_in_stock_check CHECK ((num_in_stock >= 0))
);
ALTER TABLE public.partner_stockrecordevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partner_stockrecordevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payment_bankcard (
    id bigint NOT NULL,
    card_type character varying(128) NOT NULL,
    name character varying(255) NOT NULL,
    number character varying(32) NOT NULL,
    expiry_date date NOT NULL,
    partner_reference character varying(255) NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.payment_bankcard ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payment_bankcard_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payment_source (
    id bigint NOT NULL,
    currency character varying(12) NOT NULL,
    amount_allocated numeric(12,2) NOT NULL,
    amount_debited numeric(12,2) NOT NULL,
    amount_refunded numeric(12,2) NOT NULL,
    reference character varying(255) NOT NULL,
    label character varying(128) NOT NULL,
    order_id bigint NOT NULL,
    source_type_id bigint NOT NULL
);
ALTER TABLE public.payment_source ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payment_source_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payment_sourcetype (
    id bigint NOT NULL,
    name character varying(128) NOT NULL,
    code character varying(128) NOT NULL
);
ALTER TABLE public.payment_sourcetype ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payment_sourcetype_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payment_transaction (
    id bigint NOT NULL,
    txn_type character varying(128) NOT NULL,
    amount numeric(12,2) NOT NULL,
    reference character varying(128) NOT NULL,
    status character varying(128) NOT NULL,
    date_created timestamp with time zone NOT NULL,
    source_id bigint NOT NULL
);
ALTER TABLE public.payment_transaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payment_transaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payments_assignment (
    id bigint NOT NULL,
    reason character varying(300) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    is_agreed boolean NOT NULL,
    answered_by_id bigint,
    asked_by_id bigint NOT NULL,
    payment_id bigint NOT NULL,
    receipt_id bigint NOT NULL,
    CONSTRAINT assignment_answer_whole CHECK ((((answered_at IS NULL) AND (answered_by_id IS NULL) AND (NOT is_agreed)) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)))),
    CONSTRAINT assignment_has_reason CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT assignment_two_people CHECK (((NOT is_agreed) OR (NOT ((answered_by_id = asked_by_id) AND (answered_by_id IS NOT NULL)))))
);
ALTER TABLE public.payments_assignment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_assignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payments_bankaccount (
    id bigint NOT NULL,
    bank_bin character varying(6) NOT NULL,
    number character varying(19) NOT NULL,
    holder character varying(100) NOT NULL,
    is_active boolean NOT NULL,
    is_illustrative boolean NOT NULL,
    activated_by_id bigint,
    entered_by_id bigint,
    partner_id bigint,
    closed_at timestamp with time zone,
    CONSTRAINT bank_account_closed_unused CHECK (((closed_at IS NULL) OR ((activated_by_id IS NULL) AND (NOT is_active)))),
    CONSTRAINT bank_account_two_people CHECK (((NOT is_active) OR is_illustrative OR ((activated_by_id IS NOT NULL) AND (NOT ((activated_by_id = entered_by_id) AND (activated_by_id IS NOT NULL) AND (entered_by_id IS NOT NULL))))))
);
ALTER TABLE public.payments_bankaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_bankaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payments_bankaccountevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    bank_bin character varying(6) NOT NULL,
    number character varying(19) NOT NULL,
    holder character varying(100) NOT NULL,
    is_active boolean NOT NULL,
    is_illustrative boolean NOT NULL,
    activated_by_id bigint,
    entered_by_id bigint,
    partner_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    closed_at timestamp with time zone
);
ALTER TABLE public.payments_bankaccountevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_bankaccountevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payments_notice (
    id bigint NOT NULL,
    source character varying(5) NOT NULL,
    identity character varying(200) NOT NULL,
    body bytea NOT NULL,
    account_number character varying(40) NOT NULL,
    state character varying(11) NOT NULL,
    reason character varying(300) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    alerted_at timestamp with time zone,
    receipt_id bigint
);
ALTER TABLE public.payments_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payments_payment (
    id bigint NOT NULL,
    reference character varying(25) NOT NULL,
    amount integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    account_id bigint,
    order_id bigint NOT NULL,
    method character varying(8) NOT NULL,
    CONSTRAINT payment_account_where_transferred CHECK (((((method)::text = 'transfer'::text) AND (account_id IS NOT NULL)) OR ((NOT ((method)::text = 'transfer'::text)) AND (account_id IS NULL)))),
    CONSTRAINT payment_of_some_money CHECK ((amount > 0)),
    CONSTRAINT payments_payment_amount_check CHECK ((amount >= 0))
);
ALTER TABLE public.payments_payment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_payment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payments_payment_parcels (
    id bigint NOT NULL,
    payment_id bigint NOT NULL,
    parcel_id bigint NOT NULL
);
ALTER TABLE public.payments_payment_parcels ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_payment_parcels_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payments_receipt (
    id bigint NOT NULL,
    amount bigint NOT NULL,
    booked_at timestamp with time zone NOT NULL,
    description character varying(500) NOT NULL,
    bank_reference character varying(80) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    account_id bigint,
    entered_by_id bigint,
    payment_id bigint,
    alerted_at timestamp with time zone,
    method character varying(8) NOT NULL,
    CONSTRAINT payments_receipt_amount_check CHECK ((amount >= 0)),
    CONSTRAINT receipt_account_where_transferred CHECK (((((method)::text = 'transfer'::text) AND (account_id IS NOT NULL)) OR ((NOT ((method)::text = 'transfer'::text)) AND (account_id IS NULL)))),
    CONSTRAINT receipt_of_some_money CHECK ((amount > 0))
);
ALTER TABLE public.payments_receipt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_receipt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payments_receiptevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    amount bigint NOT NULL,
    booked_at timestamp with time zone NOT NULL,
    description character varying(500) NOT NULL,
    bank_reference character varying(80) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    account_id bigint,
    entered_by_id bigint,
    payment_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    alerted_at timestamp with time zone,
    method character varying(8) NOT NULL,
    CONSTRAINT payments_receiptevent_amount_check CHECK ((amount >= 0))
);
ALTER TABLE public.payments_receiptevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_receiptevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payments_refund (
    id bigint NOT NULL,
    amount bigint NOT NULL,
    reason character varying(300) NOT NULL,
    state character varying(9) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asked_by_id bigint NOT NULL,
    sent_by_id bigint,
    share_id bigint NOT NULL,
    CONSTRAINT payments_refund_amount_check CHECK ((amount >= 0)),
    CONSTRAINT refund_has_a_reason CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT refund_of_some_money CHECK ((amount > 0)),
    CONSTRAINT refund_two_people CHECK (((sent_by_id IS NULL) OR (NOT ((sent_by_id = asked_by_id) AND (sent_by_id IS NOT NULL))))),
    CONSTRAINT refund_was_sent_by_somebody CHECK ((((sent_by_id IS NULL) AND ((state)::text = 'requested'::text)) OR ((state)::text = 'failed'::text) OR (sent_by_id IS NOT NULL)))
);
ALTER TABLE public.payments_refund ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_refund_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payments_refundevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    amount bigint NOT NULL,
    reason character varying(300) NOT NULL,
    state character varying(9) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asked_by_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    sent_by_id bigint,
    share_id bigint NOT NULL,
    CONSTRAINT payments_refundevent_amount_check CHECK ((amount >= 0))
);
ALTER TABLE public.payments_refundevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_refundevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payments_share (
    id bigint NOT NULL,
    amount bigint NOT NULL,
    parcel_id bigint,
    receipt_id bigint NOT NULL,
    CONSTRAINT payments_share_amount_check CHECK ((amount >= 0)),
    CONSTRAINT share_of_some_money CHECK ((amount > 0))
);
ALTER TABLE public.payments_share ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_share_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payments_sighting (
    id bigint NOT NULL,
    source character varying(9) NOT NULL,
    identity character varying(200) NOT NULL,
    account_id bigint NOT NULL,
    receipt_id bigint NOT NULL
);
ALTER TABLE public.payments_sighting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_sighting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payments_statement (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    content bytea NOT NULL,
    digest character varying(64) NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    booked_at timestamp with time zone,
    account_id bigint NOT NULL,
    uploaded_by_id bigint NOT NULL
);
ALTER TABLE public.payments_statement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_statement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payments_vnpayattempt (
    id bigint NOT NULL,
    reference character varying(40) NOT NULL,
    amount integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    outcome character varying(6) NOT NULL,
    response_code character varying(10) NOT NULL,
    transaction character varying(40) NOT NULL,
    payment_id bigint NOT NULL,
    receipt_id bigint,
    CONSTRAINT payments_vnpayattempt_amount_check CHECK ((amount >= 0)),
    CONSTRAINT vnpay_attempt_for_some_money CHECK ((amount > 0)),
    CONSTRAINT vnpay_attempt_paid_has_a_receipt CHECK (((((outcome)::text = 'paid'::text) AND (receipt_id IS NOT NULL)) OR ((NOT ((outcome)::text = 'paid'::text)) AND (receipt_id IS NULL))))
);
ALTER TABLE public.payments_vnpayattempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_vnpayattempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pghistory_context (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    metadata jsonb NOT NULL
);
CREATE TABLE public.producers_membership (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    producer_id bigint NOT NULL,
    since date NOT NULL,
    until date,
    CONSTRAINT membership_ends_after_start CHECK (((until IS NULL) OR (until >= since)))
);
ALTER TABLE public.producers_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.producers_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.producers_producer (
    id bigint NOT NULL,
    former_slugs character varying(255)[] NOT NULL,
    name character varying(200) NOT NULL,
    slug character varying(255) NOT NULL,
    type character varying(12) NOT NULL,
    unit_id bigint,
    address character varying(300) NOT NULL,
    founded character varying(10) NOT NULL,
    website character varying(200) NOT NULL,
    story_facts text NOT NULL,
    source_urls character varying(600)[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT producer_founded_date CHECK ((((founded)::text = ''::text) OR ((founded)::text ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'::text))),
    CONSTRAINT producer_has_a_name CHECK ((NOT ((name)::text = ''::text)))
);
ALTER TABLE public.producers_producer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.producers_producer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.questions_answer (
    id bigint NOT NULL,
    side character varying(8) NOT NULL,
    text text NOT NULL,
    state character varying(7) NOT NULL,
    ground character varying(9) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    question_id bigint NOT NULL,
    CONSTRAINT answer_has_a_text CHECK ((NOT (text = ''::text))),
    CONSTRAINT answer_refused_on_a_ground CHECK (((((state)::text = 'refused'::text) OR ((ground)::text = ''::text)) AND (1 = (
CASE
    WHEN ((state)::text = 'refused'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN ((ground)::text = ''::text) THEN 1
    ELSE 0
END)))),
    CONSTRAINT answer_state_is_known CHECK (((state)::text = ANY (ARRAY[('waiting'::character varying)::text, ('shown'::character varying)::text, ('refused'::character varying)::text])))
);
ALTER TABLE public.questions_answer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.questions_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.questions_question (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    text text NOT NULL,
    name character varying(60) NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(5) NOT NULL,
    state character varying(7) NOT NULL,
    ground character varying(9) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    judged_by_id bigint,
    product_id bigint NOT NULL,
    CONSTRAINT question_has_a_text CHECK ((NOT (text = ''::text))),
    CONSTRAINT question_refused_on_a_ground CHECK (((((state)::text = 'refused'::text) OR ((ground)::text = ''::text)) AND (1 = (
CASE
    WHEN ((state)::text = 'refused'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN ((ground)::text = ''::text) THEN 1
    ELSE 0
END)))),
    CONSTRAINT question_state_is_known CHECK (((state)::text = ANY (ARRAY[('waiting'::character varying)::text, ('shown'::character varying)::text, ('refused'::character varying)::text])))
);
ALTER TABLE public.questions_question ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.questions_question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reviews_productreview (
    id bigint NOT NULL,
    score smallint NOT NULL,
    title character varying(255) NOT NULL,
    body text NOT NULL,
    name character varying(255) NOT NULL,
    email character varying(254) NOT NULL,
    homepage character varying(200) NOT NULL,
    status smallint NOT NULL,
    total_votes integer NOT NULL,
    delta_votes integer NOT NULL,
    date_created timestamp with time zone NOT NULL,
    product_id bigint,
    user_id bigint,
    code character varying(255)
);
ALTER TABLE public.reviews_productreview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_productreview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reviews_vote (
    id bigint NOT NULL,
    delta smallint NOT NULL,
    date_created timestamp with time zone NOT NULL,
    review_id bigint NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.reviews_vote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_vote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.salespoints_recallnotice (
    id bigint NOT NULL,
    sales_point_id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    recall_id bigint,
    certificate_id bigint,
    day date,
    taken_back_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    mailed_at timestamp with time zone,
    mailed_to smallint NOT NULL,
    confirmed_at timestamp with time zone,
    confirmed_by_id bigint,
    CONSTRAINT recall_notice_about_one_thing CHECK ((((certificate_id IS NOT NULL) AND (day IS NOT NULL) AND ((kind)::text = ANY (ARRAY[('revoked'::character varying)::text, ('restored'::character varying)::text, ('suspended'::character varying)::text, ('reinstated'::character varying)::text])) AND (recall_id IS NULL)) OR ((certificate_id IS NULL) AND (day IS NULL) AND ((kind)::text = ANY (ARRAY[('declared'::character varying)::text, ('ended'::character varying)::text])) AND (recall_id IS NOT NULL)))),
    CONSTRAINT salespoints_recallnotice_mailed_to_check CHECK ((mailed_to >= 0))
);
ALTER TABLE public.salespoints_recallnotice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.salespoints_recallnotice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.salespoints_salespoint (
    id bigint NOT NULL,
    former_slugs character varying(255)[] NOT NULL,
    name character varying(160) NOT NULL,
    slug character varying(255) NOT NULL,
    address character varying(300) NOT NULL,
    unit_id bigint,
    opened character varying(10) NOT NULL,
    operator character varying(200) NOT NULL,
    note text NOT NULL,
    source_urls character varying(600)[] NOT NULL,
    CONSTRAINT sales_point_opened_date CHECK ((((opened)::text = ''::text) OR ((opened)::text ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'::text)))
);
ALTER TABLE public.salespoints_salespoint ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.salespoints_salespoint_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.salespoints_salespointmembership (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    sales_point_id bigint NOT NULL,
    since date NOT NULL,
    until date,
    CONSTRAINT sales_membership_ends_after_start CHECK (((until IS NULL) OR (until >= since)))
);
ALTER TABLE public.salespoints_salespointmembership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.salespoints_salespointmembership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_indexreplica (
    name character varying(100) NOT NULL,
    engine character varying(20) NOT NULL,
    is_complete boolean NOT NULL
);
CREATE TABLE public.search_outboxentry (
    id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    product_id bigint NOT NULL
);
ALTER TABLE public.search_outboxentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_outboxentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_replicachange (
    id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    replica character varying(100) NOT NULL,
    product_id bigint NOT NULL
);
ALTER TABLE public.search_replicachange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_replicachange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_suggestionchange (
    id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    kind character varying(8) NOT NULL,
    key bigint NOT NULL
);
ALTER TABLE public.search_suggestionchange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_suggestionchange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_usage_publicquery (
    id bigint NOT NULL,
    text character varying(100) NOT NULL,
    rank smallint NOT NULL,
    product_ids bigint[] NOT NULL,
    CONSTRAINT search_usage_publicquery_rank_check CHECK ((rank >= 0))
);
ALTER TABLE public.search_usage_publicquery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_usage_publicquery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_usage_querycount (
    id bigint NOT NULL,
    day date NOT NULL,
    text character varying(100) NOT NULL,
    key character varying(200) NOT NULL,
    searches integer NOT NULL,
    nothing integer NOT NULL,
    near integer NOT NULL,
    CONSTRAINT query_count_parts CHECK ((searches >= (nothing + near))),
    CONSTRAINT search_usage_querycount_near_check CHECK ((near >= 0)),
    CONSTRAINT search_usage_querycount_nothing_check CHECK ((nothing >= 0)),
    CONSTRAINT search_usage_querycount_searches_check CHECK ((searches >= 0))
);
ALTER TABLE public.search_usage_querycount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_usage_querycount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_workerheartbeat (
    name character varying(80) NOT NULL,
    beat_at timestamp with time zone NOT NULL
);
CREATE TABLE public.shipping_deliveryzone (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    provinces character varying(2)[] NOT NULL,
    is_refused boolean NOT NULL,
    steps jsonb NOT NULL,
    per_kilogram integer NOT NULL,
    seller_id bigint NOT NULL,
    CONSTRAINT shipping_deliveryzone_per_kilogram_check CHECK ((per_kilogram >= 0))
);
ALTER TABLE public.shipping_deliveryzone ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_deliveryzone_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.shipping_deliveryzoneevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    provinces character varying(2)[] NOT NULL,
    is_refused boolean NOT NULL,
    steps jsonb NOT NULL,
    per_kilogram integer NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    seller_id bigint NOT NULL,
    CONSTRAINT shipping_deliveryzoneevent_per_kilogram_check CHECK ((per_kilogram >= 0))
);
ALTER TABLE public.shipping_deliveryzoneevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_deliveryzoneevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.shipping_orderanditemcharges (
    id bigint NOT NULL,
    code character varying(128) NOT NULL,
    name character varying(128) NOT NULL,
    description text NOT NULL,
    price_per_order numeric(12,2) NOT NULL,
    price_per_item numeric(12,2) NOT NULL,
    free_shipping_threshold numeric(12,2)
);
CREATE TABLE public.shipping_orderanditemcharges_countries (
    id bigint NOT NULL,
    orderanditemcharges_id bigint CONSTRAINT shipping_orderanditemcharges_co_orderanditemcharges_id_not_null NOT NULL,
    country_id character varying(2) NOT NULL
);
ALTER TABLE public.shipping_orderanditemcharges_countries ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_orderanditemcharges_countries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.shipping_orderanditemcharges ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_orderanditemcharges_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.shipping_packedweight (
    id bigint NOT NULL,
    grams integer NOT NULL,
    stockrecord_id bigint NOT NULL,
    CONSTRAINT packed_weight_is_some CHECK ((grams > 0)),
    CONSTRAINT shipping_packedweight_grams_check CHECK ((grams >= 0))
);
ALTER TABLE public.shipping_packedweight ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_packedweight_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.shipping_pickupoffer (
    id bigint NOT NULL,
    charge integer NOT NULL,
    accepted_at timestamp with time zone,
    accepted_by_id bigint,
    sales_point_id bigint NOT NULL,
    seller_id bigint NOT NULL,
    CONSTRAINT shipping_pickupoffer_charge_check CHECK ((charge >= 0))
);
ALTER TABLE public.shipping_pickupoffer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_pickupoffer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.shipping_pickupofferevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    charge integer NOT NULL,
    accepted_at timestamp with time zone,
    accepted_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    sales_point_id bigint NOT NULL,
    seller_id bigint NOT NULL,
    CONSTRAINT shipping_pickupofferevent_charge_check CHECK ((charge >= 0))
);
ALTER TABLE public.shipping_pickupofferevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_pickupofferevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.shipping_shipment (
    id bigint NOT NULL,
    carrier character varying(20) NOT NULL,
    number character varying(60) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    cancelled_at timestamp with time zone,
    ask_at timestamp with time zone,
    failures smallint NOT NULL,
    parcel_id bigint NOT NULL,
    CONSTRAINT shipping_shipment_failures_check CHECK ((failures >= 0))
);
ALTER TABLE public.shipping_shipment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_shipment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.shipping_trackingevent (
    id bigint NOT NULL,
    identity character varying(60) NOT NULL,
    kind character varying(16) NOT NULL,
    text character varying(200) NOT NULL,
    place character varying(200) NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    shipment_id bigint NOT NULL,
    CONSTRAINT tracking_event_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('booked'::character varying)::text, ('picked_up'::character varying)::text, ('in_transit'::character varying)::text, ('out_for_delivery'::character varying)::text, ('failed'::character varying)::text, ('delivered'::character varying)::text, ('returning'::character varying)::text, ('returned'::character varying)::text, ('other'::character varying)::text])))
);
ALTER TABLE public.shipping_trackingevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_trackingevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.shipping_weightband (
    id bigint NOT NULL,
    method_id bigint NOT NULL,
    upper_limit numeric(12,3) NOT NULL,
    charge numeric(12,2) NOT NULL
);
ALTER TABLE public.shipping_weightband ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_weightband_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.shipping_weightbased (
    id bigint NOT NULL,
    code character varying(128) NOT NULL,
    name character varying(128) NOT NULL,
    description text NOT NULL,
    default_weight numeric(12,3) NOT NULL
);
CREATE TABLE public.shipping_weightbased_countries (
    id bigint NOT NULL,
    weightbased_id bigint NOT NULL,
    country_id character varying(2) NOT NULL
);
ALTER TABLE public.shipping_weightbased_countries ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_weightbased_countries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.shipping_weightbased ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_weightbased_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taggit_tag (
    id integer NOT NULL,
    name character varying(100) NOT NULL,
    slug character varying(100) NOT NULL
);
ALTER TABLE public.taggit_tag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taggit_tag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taggit_taggeditem (
    id integer NOT NULL,
    object_id integer NOT NULL,
    content_type_id integer NOT NULL,
    tag_id integer NOT NULL
);
ALTER TABLE public.taggit_taggeditem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taggit_taggeditem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.tax_deliveryvat (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    percent smallint,
    parcel_id bigint NOT NULL,
    CONSTRAINT deliveryvat_rate_fits_its_kind CHECK (((percent IS NULL) OR (((kind)::text = ANY (ARRAY[('standard'::character varying)::text, ('reduced'::character varying)::text, ('farm'::character varying)::text, ('zero'::character varying)::text])) AND (percent <= 100)))),
    CONSTRAINT tax_deliveryvat_percent_check CHECK ((percent >= 0))
);
ALTER TABLE public.tax_deliveryvat ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tax_deliveryvat_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.tax_invoicerequest (
    id bigint NOT NULL,
    published_code character varying(14) NOT NULL,
    personal_number text NOT NULL,
    name character varying(200) NOT NULL,
    address character varying(300) NOT NULL,
    order_id bigint NOT NULL,
    CONSTRAINT invoicerequest_code_is_written_one_way CHECK ((((published_code)::text = ''::text) OR ((published_code)::text ~ '^[0-9]{10}(-[0-9]{3})?$'::text)))
);
ALTER TABLE public.tax_invoicerequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tax_invoicerequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.tax_linevat (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    percent smallint,
    line_id bigint NOT NULL,
    CONSTRAINT linevat_rate_fits_its_kind CHECK (((percent IS NULL) OR (((kind)::text = ANY (ARRAY[('standard'::character varying)::text, ('reduced'::character varying)::text, ('farm'::character varying)::text, ('zero'::character varying)::text])) AND (percent <= 100)))),
    CONSTRAINT tax_linevat_percent_check CHECK ((percent >= 0))
);
ALTER TABLE public.tax_linevat ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tax_linevat_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.tax_offervat (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    set_at timestamp with time zone NOT NULL,
    set_by_id bigint,
    stock_record_id bigint NOT NULL,
    CONSTRAINT offer_vat_is_known_kind CHECK (((kind)::text = ANY (ARRAY[('unknown'::character varying)::text, ('standard'::character varying)::text, ('reduced'::character varying)::text, ('farm'::character varying)::text, ('zero'::character varying)::text, ('exempt'::character varying)::text, ('revenue'::character varying)::text])))
);
ALTER TABLE public.tax_offervat ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tax_offervat_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.tax_sellertax (
    id bigint NOT NULL,
    published_code character varying(14) NOT NULL,
    personal_number text NOT NULL,
    delivery_kind character varying(8) NOT NULL,
    set_at timestamp with time zone NOT NULL,
    partner_id bigint NOT NULL,
    set_by_id bigint,
    CONSTRAINT sellertax_code_is_written_one_way CHECK ((((published_code)::text = ''::text) OR ((published_code)::text ~ '^[0-9]{10}(-[0-9]{3})?$'::text)))
);
ALTER TABLE public.tax_sellertax ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tax_sellertax_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_capturedevent (
    id bigint NOT NULL,
    producer_id bigint NOT NULL,
    job_id uuid,
    event_id character varying(200) NOT NULL,
    event_hash character varying(64) NOT NULL,
    is_error_declaration boolean NOT NULL,
    body jsonb NOT NULL,
    context jsonb NOT NULL,
    event_type character varying(120) NOT NULL,
    action character varying(7) NOT NULL,
    biz_step character varying(200) NOT NULL,
    disposition character varying(200) NOT NULL,
    read_point character varying(300) NOT NULL,
    biz_location character varying(300) NOT NULL,
    epcs character varying(400)[] NOT NULL,
    event_time timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL
);
ALTER TABLE public.traceability_capturedevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_capturedevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_capturejob (
    id uuid NOT NULL,
    key_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    is_success boolean NOT NULL,
    event_count integer NOT NULL,
    errors jsonb NOT NULL,
    CONSTRAINT traceability_capturejob_event_count_check CHECK ((event_count >= 0))
);
CREATE TABLE public.traceability_capturekey (
    id bigint NOT NULL,
    producer_id bigint NOT NULL,
    label character varying(80) NOT NULL,
    digest character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone
);
ALTER TABLE public.traceability_capturekey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_capturekey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_clonealert (
    id bigint NOT NULL,
    stamp_id bigint NOT NULL,
    score double precision NOT NULL,
    reasons jsonb NOT NULL,
    state character varying(9) NOT NULL,
    note text NOT NULL,
    officer_id bigint,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone
);
ALTER TABLE public.traceability_clonealert ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_clonealert_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_event (
    id bigint NOT NULL,
    lot_id bigint NOT NULL,
    kind character varying(16) NOT NULL,
    actor character varying(160) NOT NULL,
    place_id bigint,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    quantity numeric(14,3),
    quantity_unit character varying(5) NOT NULL,
    pre_harvest_interval_days smallint,
    note text NOT NULL,
    photo_id bigint,
    evidence_id bigint,
    corrects_id bigint,
    is_void boolean NOT NULL,
    capture jsonb,
    event_id character varying(120) NOT NULL,
    is_illustrative boolean NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id bigint,
    CONSTRAINT event_ends_after_start CHECK (((ended_at IS NULL) OR (ended_at >= started_at))),
    CONSTRAINT event_quantity_positive CHECK (((quantity IS NULL) OR (quantity >= (0)::numeric))),
    CONSTRAINT event_void_corrects CHECK (((NOT is_void) OR (corrects_id IS NOT NULL))),
    CONSTRAINT traceability_event_pre_harvest_interval_days_check CHECK ((pre_harvest_interval_days >= 0))
);
ALTER TABLE public.traceability_event ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_lot (
    id bigint NOT NULL,
    product_id bigint NOT NULL,
    code character varying(20) NOT NULL,
    quantity numeric(14,3),
    quantity_unit character varying(5) NOT NULL,
    produced_on date,
    packed_on date,
    expires_on date,
    test_report character varying(200) NOT NULL,
    is_illustrative boolean NOT NULL,
    created_by_id bigint,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT lot_code_shape CHECK (((code)::text ~ '^[0-9A-Za-z!\"%&''()*+,\-./:;<=>?_]{1,20}$'::text)),
    CONSTRAINT lot_expires_after_made CHECK (((expires_on IS NULL) OR (produced_on IS NULL) OR (expires_on >= produced_on))),
    CONSTRAINT lot_quantity_positive CHECK (((quantity IS NULL) OR (quantity > (0)::numeric)))
);
ALTER TABLE public.traceability_lot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_lot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_lotevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    product_id bigint NOT NULL,
    code character varying(20) NOT NULL,
    quantity numeric(14,3),
    quantity_unit character varying(5) NOT NULL,
    produced_on date,
    packed_on date,
    expires_on date,
    test_report character varying(200) NOT NULL,
    is_illustrative boolean NOT NULL,
    created_by_id bigint,
    created_at timestamp with time zone NOT NULL
);
ALTER TABLE public.traceability_lotevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_lotevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_lotinput (
    id bigint NOT NULL,
    lot_id bigint NOT NULL,
    source_lot_id bigint,
    place_id bigint,
    material character varying(120) NOT NULL,
    quantity numeric(14,3),
    quantity_unit character varying(5) NOT NULL,
    CONSTRAINT lot_input_names_something CHECK (((source_lot_id IS NOT NULL) OR (NOT ((material)::text = ''::text)))),
    CONSTRAINT lot_input_not_itself CHECK (((source_lot_id IS NULL) OR (NOT ((source_lot_id = lot_id) AND (source_lot_id IS NOT NULL))))),
    CONSTRAINT lot_input_positive CHECK (((quantity IS NULL) OR (quantity > (0)::numeric)))
);
ALTER TABLE public.traceability_lotinput ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_lotinput_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_lotinputevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    lot_id bigint NOT NULL,
    source_lot_id bigint,
    place_id bigint,
    material character varying(120) NOT NULL,
    quantity numeric(14,3),
    quantity_unit character varying(5) NOT NULL
);
ALTER TABLE public.traceability_lotinputevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_lotinputevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_place (
    id bigint NOT NULL,
    producer_id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    name character varying(160) NOT NULL,
    code character varying(8) NOT NULL,
    gln character varying(13) NOT NULL,
    unit_id bigint,
    latitude numeric(8,5),
    longitude numeric(8,5),
    area_ha numeric(9,2),
    polygon jsonb,
    is_illustrative boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT place_code_shape CHECK (((code)::text ~ '^[0-9A-HJKMNP-TV-Z]{8}$'::text)),
    CONSTRAINT place_gln_check_digit CHECK ((((gln)::text = ''::text) OR ((mod((((((((((((((0 + (ascii("substring"((gln)::text, 1, 1)) * 1)) + (ascii("substring"((gln)::text, 2, 1)) * 3)) + (ascii("substring"((gln)::text, 3, 1)) * 1)) + (ascii("substring"((gln)::text, 4, 1)) * 3)) + (ascii("substring"((gln)::text, 5, 1)) * 1)) + (ascii("substring"((gln)::text, 6, 1)) * 3)) + (ascii("substring"((gln)::text, 7, 1)) * 1)) + (ascii("substring"((gln)::text, 8, 1)) * 3)) + (ascii("substring"((gln)::text, 9, 1)) * 1)) + (ascii("substring"((gln)::text, 10, 1)) * 3)) + (ascii("substring"((gln)::text, 11, 1)) * 1)) + (ascii("substring"((gln)::text, 12, 1)) * 3)) + (ascii("substring"((gln)::text, 13, 1)) * 1)), 10))::numeric = 0.0))),
    CONSTRAINT place_gln_shape CHECK ((((gln)::text = ''::text) OR ((gln)::text ~ '^[0-9]{13}$'::text))),
    CONSTRAINT place_point_whole CHECK ((((latitude IS NULL) AND (longitude IS NULL)) OR ((latitude IS NOT NULL) AND ((latitude >= ('-90'::integer)::numeric) AND (latitude <= (90)::numeric)) AND (longitude IS NOT NULL) AND ((longitude >= ('-180'::integer)::numeric) AND (longitude <= (180)::numeric)))))
);
ALTER TABLE public.traceability_place ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_place_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_portaldelivery (
    id bigint NOT NULL,
    adapter character varying(20) NOT NULL,
    product_id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    document jsonb NOT NULL,
    state character varying(9) NOT NULL,
    attempts smallint NOT NULL,
    next_attempt_at timestamp with time zone,
    answer text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    delivered_at timestamp with time zone,
    CONSTRAINT traceability_portaldelivery_attempts_check CHECK ((attempts >= 0))
);
ALTER TABLE public.traceability_portaldelivery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_portaldelivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_printrun (
    id bigint NOT NULL,
    batch_id bigint NOT NULL,
    paper character varying(6) NOT NULL,
    first integer NOT NULL,
    last integer NOT NULL,
    state character varying(8) NOT NULL,
    done integer NOT NULL,
    sampled integer NOT NULL,
    decoded integer NOT NULL,
    file character varying(200) NOT NULL,
    problem character varying(300) NOT NULL,
    created_by_id bigint,
    created_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT print_run_range CHECK (((first >= 1) AND (last >= first))),
    CONSTRAINT print_run_released_only_if_read CHECK (((NOT ((state)::text = 'released'::text)) OR ((decoded = sampled) AND (sampled >= 1)))),
    CONSTRAINT traceability_printrun_decoded_check CHECK ((decoded >= 0)),
    CONSTRAINT traceability_printrun_done_check CHECK ((done >= 0)),
    CONSTRAINT traceability_printrun_first_check CHECK ((first >= 0)),
    CONSTRAINT traceability_printrun_last_check CHECK ((last >= 0)),
    CONSTRAINT traceability_printrun_sampled_check CHECK ((sampled >= 0))
);
ALTER TABLE public.traceability_printrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_printrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_productgtin (
    id bigint NOT NULL,
    product_id bigint NOT NULL,
    gtin character varying(14) NOT NULL,
    is_illustrative boolean NOT NULL,
    CONSTRAINT gtin_check_digit CHECK (((mod(((((((((((((((0 + (ascii("substring"((gtin)::text, 1, 1)) * 3)) + (ascii("substring"((gtin)::text, 2, 1)) * 1)) + (ascii("substring"((gtin)::text, 3, 1)) * 3)) + (ascii("substring"((gtin)::text, 4, 1)) * 1)) + (ascii("substring"((gtin)::text, 5, 1)) * 3)) + (ascii("substring"((gtin)::text, 6, 1)) * 1)) + (ascii("substring"((gtin)::text, 7, 1)) * 3)) + (ascii("substring"((gtin)::text, 8, 1)) * 1)) + (ascii("substring"((gtin)::text, 9, 1)) * 3)) + (ascii("substring"((gtin)::text, 10, 1)) * 1)) + (ascii("substring"((gtin)::text, 11, 1)) * 3)) + (ascii("substring"((gtin)::text, 12, 1)) * 1)) + (ascii("substring"((gtin)::text, 13, 1)) * 3)) + (ascii("substring"((gtin)::text, 14, 1)) * 1)), 10))::numeric = 4.0)),
    CONSTRAINT gtin_illustrative_range CHECK ((is_illustrative = ((gtin)::text ~ '^002[0-9]'::text))),
    CONSTRAINT gtin_shape CHECK (((gtin)::text ~ '^[0-9]{14}$'::text))
);
ALTER TABLE public.traceability_productgtin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_productgtin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_recall (
    id bigint NOT NULL,
    scope character varying(11) NOT NULL,
    lot_id bigint,
    batch_id bigint,
    certificate_id bigint,
    first integer,
    last integer,
    reason text NOT NULL,
    declared_by_id bigint NOT NULL,
    declared_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT recall_scope_whole CHECK ((((batch_id IS NULL) AND (certificate_id IS NULL) AND (first IS NULL) AND (lot_id IS NOT NULL) AND ((scope)::text = 'lot'::text)) OR ((batch_id IS NOT NULL) AND (certificate_id IS NULL) AND (first IS NULL) AND (lot_id IS NULL) AND ((scope)::text = 'batch'::text)) OR ((batch_id IS NOT NULL) AND (certificate_id IS NULL) AND (first >= 1) AND (first IS NOT NULL) AND (last >= first) AND (last IS NOT NULL) AND (lot_id IS NULL) AND ((scope)::text = 'range'::text)) OR ((batch_id IS NULL) AND (certificate_id IS NOT NULL) AND (first IS NULL) AND (lot_id IS NULL) AND ((scope)::text = 'certificate'::text)))),
    CONSTRAINT traceability_recall_first_check CHECK ((first >= 0)),
    CONSTRAINT traceability_recall_last_check CHECK ((last >= 0))
);
ALTER TABLE public.traceability_recall ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_recall_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_recallend (
    id bigint NOT NULL,
    reason character varying(300) NOT NULL,
    asked_by_id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_by_id bigint,
    answered_at timestamp with time zone,
    is_agreed boolean NOT NULL,
    recall_id bigint NOT NULL,
    CONSTRAINT recallend_answer_whole CHECK ((((answered_at IS NULL) AND (answered_by_id IS NULL) AND (NOT is_agreed)) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)))),
    CONSTRAINT recallend_has_reason CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT recallend_two_people CHECK (((NOT is_agreed) OR (NOT ((answered_by_id = asked_by_id) AND (answered_by_id IS NOT NULL)))))
);
ALTER TABLE public.traceability_recallend ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_recallend_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_recallevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    scope character varying(11) NOT NULL,
    lot_id bigint,
    batch_id bigint,
    certificate_id bigint,
    first integer,
    last integer,
    reason text NOT NULL,
    declared_by_id bigint NOT NULL,
    declared_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT traceability_recallevent_first_check CHECK ((first >= 0)),
    CONSTRAINT traceability_recallevent_last_check CHECK ((last >= 0))
);
ALTER TABLE public.traceability_recallevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_recallevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_scan (
    id bigint NOT NULL,
    stamp_id bigint NOT NULL,
    scanned_at timestamp with time zone NOT NULL,
    device character varying(32) NOT NULL,
    province character varying(8) NOT NULL,
    latitude double precision,
    longitude double precision,
    is_staff_scan boolean NOT NULL
);
ALTER TABLE public.traceability_scan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_scan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_scansummary (
    stamp_id bigint NOT NULL,
    first_at timestamp with time zone NOT NULL,
    consumers_from timestamp with time zone,
    consumers_until timestamp with time zone,
    scans integer NOT NULL,
    devices integer NOT NULL,
    late integer NOT NULL,
    provinces character varying(8)[] NOT NULL,
    far_apart_km double precision NOT NULL,
    score double precision NOT NULL,
    cleared_at timestamp with time zone,
    CONSTRAINT summary_late_are_devices CHECK ((late <= devices)),
    CONSTRAINT summary_times_in_order CHECK ((((consumers_from IS NULL) AND (consumers_until IS NULL)) OR ((consumers_from IS NOT NULL) AND (consumers_from <= consumers_until)))),
    CONSTRAINT traceability_scansummary_devices_check CHECK ((devices >= 0)),
    CONSTRAINT traceability_scansummary_late_check CHECK ((late >= 0)),
    CONSTRAINT traceability_scansummary_scans_check CHECK ((scans >= 0))
);
CREATE TABLE public.traceability_signingkey (
    number smallint NOT NULL,
    public_key character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    retired_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    CONSTRAINT signing_key_one_digit CHECK ((number <= 9)),
    CONSTRAINT signing_key_shape CHECK (((public_key)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT traceability_signingkey_number_check CHECK ((number >= 0))
);
CREATE TABLE public.traceability_signingkeyevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id smallint NOT NULL,
    pgh_context_id uuid,
    number smallint NOT NULL,
    public_key character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    retired_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    CONSTRAINT traceability_signingkeyevent_number_check CHECK ((number >= 0))
);
ALTER TABLE public.traceability_signingkeyevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_signingkeyevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_stamp (
    id bigint NOT NULL,
    code character varying(12) NOT NULL,
    product_id bigint NOT NULL,
    batch_id bigint,
    "position" integer,
    is_page_code boolean NOT NULL,
    state_override character varying(10) DEFAULT ''::character varying NOT NULL,
    state_override_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT stamp_code_shape CHECK (((code)::text ~ '^[0-9A-HJKMNP-TV-Z]{12}$'::text)),
    CONSTRAINT stamp_page_or_batch CHECK ((((batch_id IS NULL) AND is_page_code AND ("position" IS NULL)) OR ((batch_id IS NOT NULL) AND (NOT is_page_code) AND ("position" >= 1) AND ("position" IS NOT NULL)))),
    CONSTRAINT stamp_state_override CHECK (((state_override)::text = ANY (ARRAY[(''::character varying)::text, ('sold'::character varying)::text, ('void'::character varying)::text]))),
    CONSTRAINT traceability_stamp_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.traceability_stamp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_stamp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_stampbatch (
    id bigint NOT NULL,
    product_id bigint NOT NULL,
    lot_id bigint,
    prefix character varying(4) NOT NULL,
    count integer NOT NULL,
    state character varying(10) NOT NULL,
    key_id smallint NOT NULL,
    host character varying(18) NOT NULL,
    gtin character varying(14) NOT NULL,
    stars_at_print smallint,
    certificate_id bigint,
    void_reason character varying(300) NOT NULL,
    is_illustrative boolean NOT NULL,
    created_by_id bigint,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT stamp_batch_count CHECK (((count >= 1) AND (count <= 5000000))),
    CONSTRAINT stamp_batch_not_pages CHECK ((NOT ((prefix)::text = '0000'::text))),
    CONSTRAINT stamp_batch_not_sold CHECK ((NOT ((state)::text = 'sold'::text))),
    CONSTRAINT stamp_batch_prefix_shape CHECK (((prefix)::text ~ '^[0-9A-HJKMNP-TV-Z]{4}$'::text)),
    CONSTRAINT traceability_stampbatch_count_check CHECK ((count >= 0)),
    CONSTRAINT traceability_stampbatch_stars_at_print_check CHECK ((stars_at_print >= 0))
);
ALTER TABLE public.traceability_stampbatch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_stampbatch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_stampbatchevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    product_id bigint NOT NULL,
    lot_id bigint,
    prefix character varying(4) NOT NULL,
    count integer NOT NULL,
    state character varying(10) NOT NULL,
    key_id smallint NOT NULL,
    host character varying(18) NOT NULL,
    gtin character varying(14) NOT NULL,
    stars_at_print smallint,
    certificate_id bigint,
    void_reason character varying(300) NOT NULL,
    is_illustrative boolean NOT NULL,
    created_by_id bigint,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT traceability_stampbatchevent_count_check CHECK ((count >= 0)),
    CONSTRAINT traceability_stampbatchevent_stars_at_print_check CHECK ((stars_at_print >= 0))
);
ALTER TABLE public.traceability_stampbatchevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_stampbatchevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_stampevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    state_override character varying(10) DEFAULT ''::character varying NOT NULL,
    state_override_at timestamp with time zone,
    withdrawn_at timestamp with time zone
);
ALTER TABLE public.traceability_stampevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_stampevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.traceability_suspicionreport (
    id bigint NOT NULL,
    reference character varying(10) NOT NULL,
    code character varying(64) NOT NULL,
    stamp_id bigint,
    text text NOT NULL,
    "where" character varying(200) NOT NULL,
    contact character varying(120) NOT NULL,
    photo_id bigint,
    state character varying(7) NOT NULL,
    note text NOT NULL,
    inspector_id bigint,
    created_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone
);
ALTER TABLE public.traceability_suspicionreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_suspicionreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.voucher_voucher (
    id bigint NOT NULL,
    name character varying(128) NOT NULL,
    code character varying(128) NOT NULL,
    usage character varying(128) NOT NULL,
    start_datetime timestamp with time zone NOT NULL,
    end_datetime timestamp with time zone NOT NULL,
    num_basket_additions integer NOT NULL,
    num_orders integer NOT NULL,
    total_discount numeric(12,2) NOT NULL,
    date_created timestamp with time zone NOT NULL,
    voucher_set_id bigint,
    CONSTRAINT voucher_voucher_num_basket_additions_check CHECK ((num_basket_additions >= 0)),
    CONSTRAINT voucher_voucher_num_orders_check CHECK ((num_orders >= 0))
);
ALTER TABLE public.voucher_voucher ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voucher_voucher_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.voucher_voucher_offers (
    id bigint NOT NULL,
    voucher_id bigint NOT NULL,
    conditionaloffer_id bigint NOT NULL
);
ALTER TABLE public.voucher_voucher_offers ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voucher_voucher_offers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.voucher_voucherapplication (
    id bigint NOT NULL,
    date_created timestamp with time zone NOT NULL,
    order_id bigint NOT NULL,
    user_id bigint,
    voucher_id bigint NOT NULL
);
ALTER TABLE public.voucher_voucherapplication ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voucher_voucherapplication_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.voucher_voucherset (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    count integer NOT NULL,
    code_length integer NOT NULL,
    description text NOT NULL,
    date_created timestamp with time zone NOT NULL,
    start_datetime timestamp with time zone NOT NULL,
    end_datetime timestamp with time zone NOT NULL,
    CONSTRAINT voucher_voucherset_count_69b7878e_check CHECK ((count >= 0))
);
ALTER TABLE public.voucher_voucherset ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voucher_voucherset_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.vouchers_share (
    id bigint NOT NULL,
    payer character varying(9) NOT NULL,
    goods integer NOT NULL,
    delivery integer NOT NULL,
    discount_id bigint NOT NULL,
    parcel_id bigint NOT NULL,
    voucher_id bigint NOT NULL,
    CONSTRAINT discount_share_of_some_money CHECK (((goods > 0) OR (delivery > 0))),
    CONSTRAINT vouchers_share_delivery_check CHECK ((delivery >= 0)),
    CONSTRAINT vouchers_share_goods_check CHECK ((goods >= 0))
);
ALTER TABLE public.vouchers_share ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.vouchers_share_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.vouchers_terms (
    id bigint NOT NULL,
    key character varying(40) NOT NULL,
    kind character varying(8) NOT NULL,
    value integer NOT NULL,
    most integer,
    minimum integer NOT NULL,
    scope character varying(6) NOT NULL,
    payer character varying(9) NOT NULL,
    max_uses integer,
    max_uses_per_buyer integer,
    is_paused boolean NOT NULL,
    is_illustrative boolean NOT NULL,
    created_by_id bigint,
    fair_id integer,
    offer_id bigint NOT NULL,
    seller_id bigint,
    voucher_id bigint NOT NULL,
    CONSTRAINT seller_pays_for_its_own_goods_only CHECK ((((scope)::text = 'seller'::text) OR ((payer)::text = 'programme'::text))),
    CONSTRAINT voucher_can_be_used CHECK (((max_uses > 0) OR (max_uses IS NULL))),
    CONSTRAINT voucher_can_be_used_by_a_buyer CHECK (((max_uses_per_buyer > 0) OR (max_uses_per_buyer IS NULL))),
    CONSTRAINT voucher_gives_something CHECK (((((kind)::text = 'percent'::text) AND ((value >= 1) AND (value <= 100))) OR (((kind)::text = 'fixed'::text) AND ((value >= 1) AND (value <= 100000000))) OR (((kind)::text = 'delivery'::text) AND (value = 0)))),
    CONSTRAINT voucher_has_a_code CHECK ((NOT ((key)::text = ''::text))),
    CONSTRAINT voucher_is_for_what_its_scope_says CHECK ((((fair_id IS NULL) AND ((scope)::text = 'all'::text) AND (seller_id IS NULL)) OR ((fair_id IS NULL) AND ((scope)::text = 'seller'::text) AND (seller_id IS NOT NULL)) OR (((scope)::text = 'fair'::text) AND (seller_id IS NULL)))),
    CONSTRAINT vouchers_terms_max_uses_check CHECK ((max_uses >= 0)),
    CONSTRAINT vouchers_terms_max_uses_per_buyer_check CHECK ((max_uses_per_buyer >= 0)),
    CONSTRAINT vouchers_terms_minimum_check CHECK ((minimum >= 0)),
    CONSTRAINT vouchers_terms_most_check CHECK ((most >= 0)),
    CONSTRAINT vouchers_terms_value_check CHECK ((value >= 0))
);
ALTER TABLE public.vouchers_terms ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.vouchers_terms_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.vouchers_termsevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    key character varying(40) NOT NULL,
    kind character varying(8) NOT NULL,
    value integer NOT NULL,
    most integer,
    minimum integer NOT NULL,
    scope character varying(6) NOT NULL,
    payer character varying(9) NOT NULL,
    max_uses integer,
    max_uses_per_buyer integer,
    is_paused boolean NOT NULL,
    is_illustrative boolean NOT NULL,
    created_by_id bigint,
    fair_id integer,
    offer_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    seller_id bigint,
    voucher_id bigint NOT NULL,
    CONSTRAINT vouchers_termsevent_max_uses_check CHECK ((max_uses >= 0)),
    CONSTRAINT vouchers_termsevent_max_uses_per_buyer_check CHECK ((max_uses_per_buyer >= 0)),
    CONSTRAINT vouchers_termsevent_minimum_check CHECK ((minimum >= 0)),
    CONSTRAINT vouchers_termsevent_most_check CHECK ((most >= 0)),
    CONSTRAINT vouchers_termsevent_value_check CHECK ((value >= 0))
);
ALTER TABLE public.vouchers_termsevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.vouchers_termsevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailadmin_admin (
    id integer NOT NULL
);
ALTER TABLE public.wagtailadmin_admin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_admin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailadmin_editingsession (
    id integer NOT NULL,
    object_id character varying(255) NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL,
    is_editing boolean NOT NULL
);
ALTER TABLE public.wagtailadmin_editingsession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_editingsession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailadmin_formstate (
    id integer NOT NULL,
    data text NOT NULL,
    object_id character varying(255) NOT NULL,
    parent_object_id character varying(255) NOT NULL,
    last_updated_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailadmin_formstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_formstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_apitoken (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    key_hash character varying(64) NOT NULL,
    prefix character varying(16) NOT NULL,
    created timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_apitoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_apitoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_collection (
    id integer NOT NULL,
    path character varying(255) NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    numchild integer NOT NULL,
    name character varying(255) NOT NULL,
    CONSTRAINT wagtailcore_collection_depth_check CHECK ((depth >= 0)),
    CONSTRAINT wagtailcore_collection_numchild_check CHECK ((numchild >= 0))
);
ALTER TABLE public.wagtailcore_collection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_collectionviewrestriction (
    id integer NOT NULL,
    restriction_type character varying(20) NOT NULL,
    password character varying(255) NOT NULL,
    collection_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_collectionviewrestriction_groups (
    id bigint NOT NULL,
    collectionviewrestriction_id integer CONSTRAINT wagtailcore_collectionviewr_collectionviewrestriction__not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_collectionviewrestriction_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collectionviewrestriction_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.wagtailcore_collectionviewrestriction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collectionviewrestriction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_comment (
    id integer NOT NULL,
    text text NOT NULL,
    contentpath text NOT NULL,
    "position" text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    page_id integer NOT NULL,
    resolved_by_id bigint,
    revision_created_id integer,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_comment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_comment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_commentreply (
    id integer NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    comment_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_commentreply ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_commentreply_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_groupapprovaltask (
    task_ptr_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_groupapprovaltask_groups (
    id bigint NOT NULL,
    groupapprovaltask_id integer CONSTRAINT wagtailcore_groupapprovaltask_gro_groupapprovaltask_id_not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupapprovaltask_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupapprovaltask_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_groupcollectionpermission (
    id integer NOT NULL,
    collection_id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupcollectionpermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupcollectionpermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_grouppagepermission (
    id integer NOT NULL,
    group_id integer NOT NULL,
    page_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_grouppagepermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_grouppagepermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_groupsitepermission (
    id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL,
    site_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupsitepermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupsitepermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_locale (
    id integer NOT NULL,
    language_code character varying(100) NOT NULL
);
ALTER TABLE public.wagtailcore_locale ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_locale_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_modellogentry (
    id integer NOT NULL,
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb CONSTRAINT wagtailcore_modellogentry_data_json_not_null NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    object_id character varying(255) NOT NULL,
    content_type_id integer,
    user_id bigint,
    uuid uuid,
    revision_id integer
);
ALTER TABLE public.wagtailcore_modellogentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_modellogentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_page (
    id integer NOT NULL,
    path character varying(255) NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    numchild integer NOT NULL,
    title character varying(255) NOT NULL,
    slug character varying(255) NOT NULL,
    live boolean NOT NULL,
    has_unpublished_changes boolean NOT NULL,
    url_path text NOT NULL,
    seo_title character varying(255) NOT NULL,
    show_in_menus boolean NOT NULL,
    search_description text NOT NULL,
    go_live_at timestamp with time zone,
    expire_at timestamp with time zone,
    expired boolean NOT NULL,
    content_type_id integer NOT NULL,
    owner_id bigint,
    locked boolean NOT NULL,
    latest_revision_created_at timestamp with time zone,
    first_published_at timestamp with time zone,
    live_revision_id integer,
    last_published_at timestamp with time zone,
    draft_title character varying(255) NOT NULL,
    locked_at timestamp with time zone,
    locked_by_id bigint,
    translation_key uuid NOT NULL,
    locale_id integer NOT NULL,
    alias_of_id integer,
    latest_revision_id integer,
    CONSTRAINT wagtailcore_page_depth_check CHECK ((depth >= 0)),
    CONSTRAINT wagtailcore_page_numchild_check CHECK ((numchild >= 0))
);
ALTER TABLE public.wagtailcore_page ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_page_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_pagelogentry (
    id integer NOT NULL,
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb CONSTRAINT wagtailcore_pagelogentry_data_json_not_null NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    content_type_id integer,
    page_id integer NOT NULL,
    revision_id integer,
    user_id bigint,
    uuid uuid
);
ALTER TABLE public.wagtailcore_pagelogentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagelogentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_revision (
    id integer CONSTRAINT wagtailcore_pagerevision_id_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT wagtailcore_pagerevision_created_at_not_null NOT NULL,
    content jsonb CONSTRAINT wagtailcore_pagerevision_content_json_not_null NOT NULL,
    approved_go_live_at timestamp with time zone,
    object_id character varying(255) CONSTRAINT wagtailcore_pagerevision_page_id_not_null NOT NULL,
    user_id bigint,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL,
    object_str text NOT NULL
);
ALTER TABLE public.wagtailcore_revision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagerevision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_pagesubscription (
    id integer NOT NULL,
    comment_notifications boolean NOT NULL,
    page_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_pagesubscription ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagesubscription_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_pageviewrestriction (
    id integer NOT NULL,
    password character varying(255) NOT NULL,
    page_id integer NOT NULL,
    restriction_type character varying(20) NOT NULL
);
CREATE TABLE public.wagtailcore_pageviewrestriction_groups (
    id bigint NOT NULL,
    pageviewrestriction_id integer CONSTRAINT wagtailcore_pageviewrestriction_pageviewrestriction_id_not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_pageviewrestriction_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pageviewrestriction_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.wagtailcore_pageviewrestriction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pageviewrestriction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_referenceindex (
    id integer NOT NULL,
    object_id character varying(255) NOT NULL,
    to_object_id character varying(255) NOT NULL,
    model_path text NOT NULL,
    content_path text NOT NULL,
    content_path_hash uuid NOT NULL,
    base_content_type_id integer NOT NULL,
    content_type_id integer NOT NULL,
    to_content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_referenceindex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_referenceindex_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_site (
    id integer NOT NULL,
    hostname character varying(255) NOT NULL,
    port integer NOT NULL,
    is_default_site boolean NOT NULL,
    root_page_id integer NOT NULL,
    site_name character varying(255) NOT NULL
);
ALTER TABLE public.wagtailcore_site ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_site_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_task (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    active boolean NOT NULL,
    content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_taskstate (
    id integer NOT NULL,
    status character varying(50) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    content_type_id integer NOT NULL,
    revision_id integer CONSTRAINT wagtailcore_taskstate_page_revision_id_not_null NOT NULL,
    task_id integer NOT NULL,
    workflow_state_id integer NOT NULL,
    finished_by_id bigint,
    comment text NOT NULL
);
ALTER TABLE public.wagtailcore_taskstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_taskstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_uploadedfile (
    id integer NOT NULL,
    file character varying(200) NOT NULL,
    for_content_type_id integer,
    uploaded_by_user_id bigint
);
ALTER TABLE public.wagtailcore_uploadedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_uploadedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_workflow (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    active boolean NOT NULL
);
ALTER TABLE public.wagtailcore_workflow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_workflowcontenttype (
    content_type_id integer NOT NULL,
    workflow_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_workflowpage (
    page_id integer NOT NULL,
    workflow_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_workflowstate (
    id integer NOT NULL,
    status character varying(50) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    current_task_state_id integer,
    object_id character varying(255) CONSTRAINT wagtailcore_workflowstate_page_id_not_null NOT NULL,
    requested_by_id bigint,
    workflow_id integer NOT NULL,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_workflowstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflowstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_workflowtask (
    id integer NOT NULL,
    sort_order integer,
    task_id integer NOT NULL,
    workflow_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_workflowtask ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflowtask_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtaildocs_document (
    id integer NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    uploaded_by_user_id bigint,
    collection_id integer NOT NULL,
    file_size bigint,
    file_hash character varying(40) NOT NULL,
    CONSTRAINT wagtaildocs_document_file_size_check CHECK ((file_size >= 0))
);
ALTER TABLE public.wagtaildocs_document ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtaildocs_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailembeds_embed (
    id integer NOT NULL,
    url text NOT NULL,
    max_width smallint,
    type character varying(10) NOT NULL,
    html text NOT NULL,
    title text NOT NULL,
    author_name text NOT NULL,
    provider_name text NOT NULL,
    thumbnail_url text NOT NULL,
    width integer,
    height integer,
    last_updated timestamp with time zone NOT NULL,
    hash character varying(32) NOT NULL,
    cache_until timestamp with time zone
);
ALTER TABLE public.wagtailembeds_embed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailembeds_embed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailforms_formsubmission (
    id integer NOT NULL,
    form_data jsonb NOT NULL,
    submit_time timestamp with time zone NOT NULL,
    page_id integer NOT NULL
);
ALTER TABLE public.wagtailforms_formsubmission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailforms_formsubmission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailimages_image (
    id integer NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    focal_point_x integer,
    focal_point_y integer,
    focal_point_width integer,
    focal_point_height integer,
    uploaded_by_user_id bigint,
    file_size integer,
    collection_id integer NOT NULL,
    file_hash character varying(40) NOT NULL,
    description character varying(255) NOT NULL,
    CONSTRAINT wagtailimages_image_file_size_check CHECK ((file_size >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_height_check CHECK ((focal_point_height >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_width_check CHECK ((focal_point_width >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_x_check CHECK ((focal_point_x >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_y_check CHECK ((focal_point_y >= 0))
);
ALTER TABLE public.wagtailimages_image ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailimages_image_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailimages_rendition (
    id integer NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    focal_point_key character varying(16) NOT NULL,
    filter_spec character varying(255) NOT NULL,
    image_id integer NOT NULL
);
ALTER TABLE public.wagtailimages_rendition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailimages_rendition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailredirects_redirect (
    id integer NOT NULL,
    old_path character varying(255) NOT NULL,
    is_permanent boolean NOT NULL,
    redirect_link character varying(255) NOT NULL,
    redirect_page_id integer,
    site_id integer,
    automatically_created boolean NOT NULL,
    created_at timestamp with time zone,
    redirect_page_route_path character varying(255) NOT NULL
);
ALTER TABLE public.wagtailredirects_redirect ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailredirects_redirect_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailsearch_indexentry (
    id integer NOT NULL,
    object_id character varying(50) NOT NULL,
    title_norm double precision NOT NULL,
    content_type_id integer NOT NULL,
    autocomplete tsvector NOT NULL,
    title tsvector NOT NULL,
    body tsvector NOT NULL,
    title_text text NOT NULL,
    body_text text NOT NULL
);
ALTER TABLE public.wagtailsearch_indexentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailsearch_indexentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailusers_userprofile (
    id integer NOT NULL,
    submitted_notifications boolean NOT NULL,
    approved_notifications boolean NOT NULL,
    rejected_notifications boolean NOT NULL,
    user_id bigint NOT NULL,
    preferred_language character varying(10) NOT NULL,
    current_time_zone character varying(40) NOT NULL,
    avatar character varying(100) NOT NULL,
    updated_comments_notifications boolean CONSTRAINT wagtailusers_userprofile_updated_comments_notification_not_null NOT NULL,
    dismissibles jsonb NOT NULL,
    theme character varying(40) NOT NULL,
    density character varying(40) NOT NULL,
    contrast character varying(40) NOT NULL,
    keyboard_shortcuts boolean NOT NULL
);
ALTER TABLE public.wagtailusers_userprofile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailusers_userprofile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wishlists_line (
    id bigint NOT NULL,
    quantity integer NOT NULL,
    title character varying(255) NOT NULL,
    product_id bigint,
    wishlist_id bigint NOT NULL,
    CONSTRAINT wishlists_line_quantity_check CHECK ((quantity >= 0))
);
ALTER TABLE public.wishlists_line ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wishlists_line_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wishlists_wishlist (
    id bigint NOT NULL,
    name character varying(255) NOT NULL,
    key character varying(6) NOT NULL,
    visibility character varying(20) NOT NULL,
    date_created timestamp with time zone NOT NULL,
    owner_id bigint NOT NULL
);
ALTER TABLE public.wishlists_wishlist ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wishlists_wishlist_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wishlists_wishlistsharedemail (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    wishlist_id bigint NOT NULL
);
ALTER TABLE public.wishlists_wishlistsharedemail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wishlists_wishlistsharedemail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
INSERT INTO public.auth_group VALUES (1, 'Moderators');
INSERT INTO public.auth_group VALUES (2, 'Editors');
INSERT INTO public.auth_group VALUES (3, 'All Oscar Dashboard Permissions');
INSERT INTO public.auth_group_permissions VALUES (1, 1, 109);
INSERT INTO public.auth_group_permissions VALUES (2, 2, 109);
INSERT INTO public.auth_group_permissions VALUES (3, 1, 112);
INSERT INTO public.auth_group_permissions VALUES (4, 1, 110);
INSERT INTO public.auth_group_permissions VALUES (5, 1, 111);
INSERT INTO public.auth_group_permissions VALUES (6, 2, 112);
INSERT INTO public.auth_group_permissions VALUES (7, 2, 110);
INSERT INTO public.auth_group_permissions VALUES (8, 2, 111);
INSERT INTO public.auth_group_permissions VALUES (9, 1, 113);
INSERT INTO public.auth_group_permissions VALUES (10, 2, 113);
INSERT INTO public.auth_group_permissions VALUES (11, 1, 114);
INSERT INTO public.auth_group_permissions VALUES (12, 1, 115);
INSERT INTO public.auth_group_permissions VALUES (13, 1, 116);
INSERT INTO public.auth_group_permissions VALUES (14, 2, 114);
INSERT INTO public.auth_group_permissions VALUES (15, 2, 115);
INSERT INTO public.auth_group_permissions VALUES (16, 2, 116);
INSERT INTO public.auth_group_permissions VALUES (17, 1, 117);
INSERT INTO public.auth_group_permissions VALUES (18, 2, 117);
INSERT INTO public.auth_permission VALUES (1, 'Can add locale', 3, 'add_locale');
INSERT INTO public.auth_permission VALUES (2, 'Can change locale', 3, 'change_locale');
INSERT INTO public.auth_permission VALUES (3, 'Can delete locale', 3, 'delete_locale');
INSERT INTO public.auth_permission VALUES (4, 'Can view locale', 3, 'view_locale');
INSERT INTO public.auth_permission VALUES (5, 'Can add site', 4, 'add_site');
INSERT INTO public.auth_permission VALUES (6, 'Can change site', 4, 'change_site');
INSERT INTO public.auth_permission VALUES (7, 'Can delete site', 4, 'delete_site');
INSERT INTO public.auth_permission VALUES (8, 'Can view site', 4, 'view_site');
INSERT INTO public.auth_permission VALUES (9, 'Can add group site permission', 5, 'add_groupsitepermission');
INSERT INTO public.auth_permission VALUES (10, 'Can change group site permission', 5, 'change_groupsitepermission');
INSERT INTO public.auth_permission VALUES (11, 'Can delete group site permission', 5, 'delete_groupsitepermission');
INSERT INTO public.auth_permission VALUES (12, 'Can view group site permission', 5, 'view_groupsitepermission');
INSERT INTO public.auth_permission VALUES (13, 'Can add API token', 6, 'add_apitoken');
INSERT INTO public.auth_permission VALUES (14, 'Can change API token', 6, 'change_apitoken');
INSERT INTO public.auth_permission VALUES (15, 'Can delete API token', 6, 'delete_apitoken');
INSERT INTO public.auth_permission VALUES (16, 'Can view API token', 6, 'view_apitoken');
INSERT INTO public.auth_permission VALUES (17, 'Can add model log entry', 7, 'add_modellogentry');
INSERT INTO public.auth_permission VALUES (18, 'Can change model log entry', 7, 'change_modellogentry');
INSERT INTO public.auth_permission VALUES (19, 'Can delete model log entry', 7, 'delete_modellogentry');
INSERT INTO public.auth_permission VALUES (20, 'Can view model log entry', 7, 'view_modellogentry');
INSERT INTO public.auth_permission VALUES (21, 'Can add revision', 8, 'add_revision');
INSERT INTO public.auth_permission VALUES (22, 'Can change revision', 8, 'change_revision');
INSERT INTO public.auth_permission VALUES (23, 'Can delete revision', 8, 'delete_revision');
INSERT INTO public.auth_permission VALUES (24, 'Can view revision', 8, 'view_revision');
INSERT INTO public.auth_permission VALUES (25, 'Can add collection view restriction', 9, 'add_collectionviewrestriction');
INSERT INTO public.auth_permission VALUES (26, 'Can change collection view restriction', 9, 'change_collectionviewrestriction');
INSERT INTO public.auth_permission VALUES (27, 'Can delete collection view restriction', 9, 'delete_collectionviewrestriction');
INSERT INTO public.auth_permission VALUES (28, 'Can view collection view restriction', 9, 'view_collectionviewrestriction');
INSERT INTO public.auth_permission VALUES (29, 'Can add collection', 10, 'add_collection');
INSERT INTO public.auth_permission VALUES (30, 'Can change collection', 10, 'change_collection');
INSERT INTO public.auth_permission VALUES (31, 'Can delete collection', 10, 'delete_collection');
INSERT INTO public.auth_permission VALUES (32, 'Can view collection', 10, 'view_collection');
INSERT INTO public.auth_permission VALUES (33, 'Can add group collection permission', 11, 'add_groupcollectionpermission');
INSERT INTO public.auth_permission VALUES (34, 'Can change group collection permission', 11, 'change_groupcollectionpermission');
INSERT INTO public.auth_permission VALUES (35, 'Can delete group collection permission', 11, 'delete_groupcollectionpermission');
INSERT INTO public.auth_permission VALUES (36, 'Can view group collection permission', 11, 'view_groupcollectionpermission');
INSERT INTO public.auth_permission VALUES (37, 'Can add uploaded file', 12, 'add_uploadedfile');
INSERT INTO public.auth_permission VALUES (38, 'Can change uploaded file', 12, 'change_uploadedfile');
INSERT INTO public.auth_permission VALUES (39, 'Can delete uploaded file', 12, 'delete_uploadedfile');
INSERT INTO public.auth_permission VALUES (40, 'Can view uploaded file', 12, 'view_uploadedfile');
INSERT INTO public.auth_permission VALUES (41, 'Can add workflow content type', 13, 'add_workflowcontenttype');
INSERT INTO public.auth_permission VALUES (42, 'Can change workflow content type', 13, 'change_workflowcontenttype');
INSERT INTO public.auth_permission VALUES (43, 'Can delete workflow content type', 13, 'delete_workflowcontenttype');
INSERT INTO public.auth_permission VALUES (44, 'Can view workflow content type', 13, 'view_workflowcontenttype');
INSERT INTO public.auth_permission VALUES (45, 'Can add Workflow state', 14, 'add_workflowstate');
INSERT INTO public.auth_permission VALUES (46, 'Can change Workflow state', 14, 'change_workflowstate');
INSERT INTO public.auth_permission VALUES (47, 'Can delete Workflow state', 14, 'delete_workflowstate');
INSERT INTO public.auth_permission VALUES (48, 'Can view Workflow state', 14, 'view_workflowstate');
INSERT INTO public.auth_permission VALUES (49, 'Can add workflow', 15, 'add_workflow');
INSERT INTO public.auth_permission VALUES (50, 'Can change workflow', 15, 'change_workflow');
INSERT INTO public.auth_permission VALUES (51, 'Can delete workflow', 15, 'delete_workflow');
INSERT INTO public.auth_permission VALUES (52, 'Can view workflow', 15, 'view_workflow');
INSERT INTO public.auth_permission VALUES (53, 'Can add workflow task order', 16, 'add_workflowtask');
INSERT INTO public.auth_permission VALUES (54, 'Can change workflow task order', 16, 'change_workflowtask');
INSERT INTO public.auth_permission VALUES (55, 'Can delete workflow task order', 16, 'delete_workflowtask');
INSERT INTO public.auth_permission VALUES (56, 'Can view workflow task order', 16, 'view_workflowtask');
INSERT INTO public.auth_permission VALUES (57, 'Can add task', 17, 'add_task');
INSERT INTO public.auth_permission VALUES (58, 'Can change task', 17, 'change_task');
INSERT INTO public.auth_permission VALUES (59, 'Can delete task', 17, 'delete_task');
INSERT INTO public.auth_permission VALUES (60, 'Can view task', 17, 'view_task');
INSERT INTO public.auth_permission VALUES (61, 'Can add Group approval task', 2, 'add_groupapprovaltask');
INSERT INTO public.auth_permission VALUES (62, 'Can change Group approval task', 2, 'change_groupapprovaltask');
INSERT INTO public.auth_permission VALUES (63, 'Can delete Group approval task', 2, 'delete_groupapprovaltask');
INSERT INTO public.auth_permission VALUES (64, 'Can view Group approval task', 2, 'view_groupapprovaltask');
INSERT INTO public.auth_permission VALUES (65, 'Can add Task state', 18, 'add_taskstate');
INSERT INTO public.auth_permission VALUES (66, 'Can change Task state', 18, 'change_taskstate');
INSERT INTO public.auth_permission VALUES (67, 'Can delete Task state', 18, 'delete_taskstate');
INSERT INTO public.auth_permission VALUES (68, 'Can view Task state', 18, 'view_taskstate');
INSERT INTO public.auth_permission VALUES (69, 'Can add page', 1, 'add_page');
INSERT INTO public.auth_permission VALUES (70, 'Can change page', 1, 'change_page');
INSERT INTO public.auth_permission VALUES (71, 'Can delete page', 1, 'delete_page');
INSERT INTO public.auth_permission VALUES (72, 'Can view page', 1, 'view_page');
INSERT INTO public.auth_permission VALUES (73, 'Delete pages with children', 1, 'bulk_delete_page');
INSERT INTO public.auth_permission VALUES (74, 'Lock/unlock pages you''ve locked', 1, 'lock_page');
INSERT INTO public.auth_permission VALUES (75, 'Publish any page', 1, 'publish_page');
INSERT INTO public.auth_permission VALUES (76, 'Unlock any page', 1, 'unlock_page');
INSERT INTO public.auth_permission VALUES (77, 'Can add group page permission', 19, 'add_grouppagepermission');
INSERT INTO public.auth_permission VALUES (78, 'Can change group page permission', 19, 'change_grouppagepermission');
INSERT INTO public.auth_permission VALUES (79, 'Can delete group page permission', 19, 'delete_grouppagepermission');
INSERT INTO public.auth_permission VALUES (80, 'Can view group page permission', 19, 'view_grouppagepermission');
INSERT INTO public.auth_permission VALUES (81, 'Can add page view restriction', 20, 'add_pageviewrestriction');
INSERT INTO public.auth_permission VALUES (82, 'Can change page view restriction', 20, 'change_pageviewrestriction');
INSERT INTO public.auth_permission VALUES (83, 'Can delete page view restriction', 20, 'delete_pageviewrestriction');
INSERT INTO public.auth_permission VALUES (84, 'Can view page view restriction', 20, 'view_pageviewrestriction');
INSERT INTO public.auth_permission VALUES (85, 'Can add workflow page', 21, 'add_workflowpage');
INSERT INTO public.auth_permission VALUES (86, 'Can change workflow page', 21, 'change_workflowpage');
INSERT INTO public.auth_permission VALUES (87, 'Can delete workflow page', 21, 'delete_workflowpage');
INSERT INTO public.auth_permission VALUES (88, 'Can view workflow page', 21, 'view_workflowpage');
INSERT INTO public.auth_permission VALUES (89, 'Can add page log entry', 22, 'add_pagelogentry');
INSERT INTO public.auth_permission VALUES (90, 'Can change page log entry', 22, 'change_pagelogentry');
INSERT INTO public.auth_permission VALUES (91, 'Can delete page log entry', 22, 'delete_pagelogentry');
INSERT INTO public.auth_permission VALUES (92, 'Can view page log entry', 22, 'view_pagelogentry');
INSERT INTO public.auth_permission VALUES (93, 'Can add comment', 23, 'add_comment');
INSERT INTO public.auth_permission VALUES (94, 'Can change comment', 23, 'change_comment');
INSERT INTO public.auth_permission VALUES (95, 'Can delete comment', 23, 'delete_comment');
INSERT INTO public.auth_permission VALUES (96, 'Can view comment', 23, 'view_comment');
INSERT INTO public.auth_permission VALUES (97, 'Can add comment reply', 24, 'add_commentreply');
INSERT INTO public.auth_permission VALUES (98, 'Can change comment reply', 24, 'change_commentreply');
INSERT INTO public.auth_permission VALUES (99, 'Can delete comment reply', 24, 'delete_commentreply');
INSERT INTO public.auth_permission VALUES (100, 'Can view comment reply', 24, 'view_commentreply');
INSERT INTO public.auth_permission VALUES (101, 'Can add page subscription', 25, 'add_pagesubscription');
INSERT INTO public.auth_permission VALUES (102, 'Can change page subscription', 25, 'change_pagesubscription');
INSERT INTO public.auth_permission VALUES (103, 'Can delete page subscription', 25, 'delete_pagesubscription');
INSERT INTO public.auth_permission VALUES (104, 'Can view page subscription', 25, 'view_pagesubscription');
INSERT INTO public.auth_permission VALUES (105, 'Can add reference index', 26, 'add_referenceindex');
INSERT INTO public.auth_permission VALUES (106, 'Can change reference index', 26, 'change_referenceindex');
INSERT INTO public.auth_permission VALUES (107, 'Can delete reference index', 26, 'delete_referenceindex');
INSERT INTO public.auth_permission VALUES (108, 'Can view reference index', 26, 'view_referenceindex');
INSERT INTO public.auth_permission VALUES (109, 'Can access Wagtail admin', 27, 'access_admin');
INSERT INTO public.auth_permission VALUES (110, 'Can add document', 28, 'add_document');
INSERT INTO public.auth_permission VALUES (111, 'Can change document', 28, 'change_document');
INSERT INTO public.auth_permission VALUES (112, 'Can delete document', 28, 'delete_document');
INSERT INTO public.auth_permission VALUES (113, 'Can choose document', 28, 'choose_document');
INSERT INTO public.auth_permission VALUES (114, 'Can add image', 29, 'add_image');
INSERT INTO public.auth_permission VALUES (115, 'Can change image', 29, 'change_image');
INSERT INTO public.auth_permission VALUES (116, 'Can delete image', 29, 'delete_image');
INSERT INTO public.auth_permission VALUES (117, 'Can choose image', 29, 'choose_image');
INSERT INTO public.auth_permission VALUES (118, 'Can add administrative unit', 30, 'add_adminunit');
INSERT INTO public.auth_permission VALUES (119, 'Can change administrative unit', 30, 'change_adminunit');
INSERT INTO public.auth_permission VALUES (120, 'Can delete administrative unit', 30, 'delete_adminunit');
INSERT INTO public.auth_permission VALUES (121, 'Can view administrative unit', 30, 'view_adminunit');
INSERT INTO public.auth_permission VALUES (122, 'Can add succession', 31, 'add_succession');
INSERT INTO public.auth_permission VALUES (123, 'Can change succession', 31, 'change_succession');
INSERT INTO public.auth_permission VALUES (124, 'Can delete succession', 31, 'delete_succession');
INSERT INTO public.auth_permission VALUES (125, 'Can view succession', 31, 'view_succession');
INSERT INTO public.auth_permission VALUES (126, 'Can add unit spelling', 32, 'add_unitspelling');
INSERT INTO public.auth_permission VALUES (127, 'Can change unit spelling', 32, 'change_unitspelling');
INSERT INTO public.auth_permission VALUES (128, 'Can delete unit spelling', 32, 'delete_unitspelling');
INSERT INTO public.auth_permission VALUES (129, 'Can view unit spelling', 32, 'view_unitspelling');
INSERT INTO public.auth_permission VALUES (130, 'Can add producer', 33, 'add_producer');
INSERT INTO public.auth_permission VALUES (131, 'Can change producer', 33, 'change_producer');
INSERT INTO public.auth_permission VALUES (132, 'Can delete producer', 33, 'delete_producer');
INSERT INTO public.auth_permission VALUES (133, 'Can view producer', 33, 'view_producer');
INSERT INTO public.auth_permission VALUES (134, 'Can add membership', 34, 'add_membership');
INSERT INTO public.auth_permission VALUES (135, 'Can change membership', 34, 'change_membership');
INSERT INTO public.auth_permission VALUES (136, 'Can delete membership', 34, 'delete_membership');
INSERT INTO public.auth_permission VALUES (137, 'Can view membership', 34, 'view_membership');
INSERT INTO public.auth_permission VALUES (138, 'Can add Category', 35, 'add_category');
INSERT INTO public.auth_permission VALUES (139, 'Can change Category', 35, 'change_category');
INSERT INTO public.auth_permission VALUES (140, 'Can delete Category', 35, 'delete_category');
INSERT INTO public.auth_permission VALUES (141, 'Can view Category', 35, 'view_category');
INSERT INTO public.auth_permission VALUES (142, 'Can add Attribute option group', 36, 'add_attributeoptiongroup');
INSERT INTO public.auth_permission VALUES (143, 'Can change Attribute option group', 36, 'change_attributeoptiongroup');
INSERT INTO public.auth_permission VALUES (144, 'Can delete Attribute option group', 36, 'delete_attributeoptiongroup');
INSERT INTO public.auth_permission VALUES (145, 'Can view Attribute option group', 36, 'view_attributeoptiongroup');
INSERT INTO public.auth_permission VALUES (146, 'Can add Attribute option', 37, 'add_attributeoption');
INSERT INTO public.auth_permission VALUES (147, 'Can change Attribute option', 37, 'change_attributeoption');
INSERT INTO public.auth_permission VALUES (148, 'Can delete Attribute option', 37, 'delete_attributeoption');
INSERT INTO public.auth_permission VALUES (149, 'Can view Attribute option', 37, 'view_attributeoption');
INSERT INTO public.auth_permission VALUES (150, 'Can add Option', 38, 'add_option');
INSERT INTO public.auth_permission VALUES (151, 'Can change Option', 38, 'change_option');
INSERT INTO public.auth_permission VALUES (152, 'Can delete Option', 38, 'delete_option');
INSERT INTO public.auth_permission VALUES (153, 'Can view Option', 38, 'view_option');
INSERT INTO public.auth_permission VALUES (154, 'Can add Product class', 39, 'add_productclass');
INSERT INTO public.auth_permission VALUES (155, 'Can change Product class', 39, 'change_productclass');
INSERT INTO public.auth_permission VALUES (156, 'Can delete Product class', 39, 'delete_productclass');
INSERT INTO public.auth_permission VALUES (157, 'Can view Product class', 39, 'view_productclass');
INSERT INTO public.auth_permission VALUES (158, 'Can add Product', 40, 'add_product');
INSERT INTO public.auth_permission VALUES (159, 'Can change Product', 40, 'change_product');
INSERT INTO public.auth_permission VALUES (160, 'Can delete Product', 40, 'delete_product');
INSERT INTO public.auth_permission VALUES (161, 'Can view Product', 40, 'view_product');
INSERT INTO public.auth_permission VALUES (162, 'Can add photo of a product', 41, 'add_productphoto');
INSERT INTO public.auth_permission VALUES (163, 'Can change photo of a product', 41, 'change_productphoto');
INSERT INTO public.auth_permission VALUES (164, 'Can delete photo of a product', 41, 'delete_productphoto');
INSERT INTO public.auth_permission VALUES (165, 'Can view photo of a product', 41, 'view_productphoto');
INSERT INTO public.auth_permission VALUES (166, 'Can add Product category', 42, 'add_productcategory');
INSERT INTO public.auth_permission VALUES (167, 'Can change Product category', 42, 'change_productcategory');
INSERT INTO public.auth_permission VALUES (168, 'Can delete Product category', 42, 'delete_productcategory');
INSERT INTO public.auth_permission VALUES (169, 'Can view Product category', 42, 'view_productcategory');
INSERT INTO public.auth_permission VALUES (170, 'Can add Product recommendation', 43, 'add_productrecommendation');
INSERT INTO public.auth_permission VALUES (171, 'Can change Product recommendation', 43, 'change_productrecommendation');
INSERT INTO public.auth_permission VALUES (172, 'Can delete Product recommendation', 43, 'delete_productrecommendation');
INSERT INTO public.auth_permission VALUES (173, 'Can view Product recommendation', 43, 'view_productrecommendation');
INSERT INTO public.auth_permission VALUES (174, 'Can add Product attribute', 44, 'add_productattribute');
INSERT INTO public.auth_permission VALUES (175, 'Can change Product attribute', 44, 'change_productattribute');
INSERT INTO public.auth_permission VALUES (176, 'Can delete Product attribute', 44, 'delete_productattribute');
INSERT INTO public.auth_permission VALUES (177, 'Can view Product attribute', 44, 'view_productattribute');
INSERT INTO public.auth_permission VALUES (178, 'Can add Product attribute value', 45, 'add_productattributevalue');
INSERT INTO public.auth_permission VALUES (179, 'Can change Product attribute value', 45, 'change_productattributevalue');
INSERT INTO public.auth_permission VALUES (180, 'Can delete Product attribute value', 45, 'delete_productattributevalue');
INSERT INTO public.auth_permission VALUES (181, 'Can view Product attribute value', 45, 'view_productattributevalue');
INSERT INTO public.auth_permission VALUES (182, 'Can add Product image', 46, 'add_productimage');
INSERT INTO public.auth_permission VALUES (183, 'Can change Product image', 46, 'change_productimage');
INSERT INTO public.auth_permission VALUES (184, 'Can delete Product image', 46, 'delete_productimage');
INSERT INTO public.auth_permission VALUES (185, 'Can view Product image', 46, 'view_productimage');
INSERT INTO public.auth_permission VALUES (186, 'Can add Product category hierarchy', 47, 'add_productcategoryhierarchy');
INSERT INTO public.auth_permission VALUES (187, 'Can change Product category hierarchy', 47, 'change_productcategoryhierarchy');
INSERT INTO public.auth_permission VALUES (188, 'Can delete Product category hierarchy', 47, 'delete_productcategoryhierarchy');
INSERT INTO public.auth_permission VALUES (189, 'Can view Product category hierarchy', 47, 'view_productcategoryhierarchy');
INSERT INTO public.auth_permission VALUES (190, 'Can add change of a listing', 48, 'add_listingchange');
INSERT INTO public.auth_permission VALUES (191, 'Can change change of a listing', 48, 'change_listingchange');
INSERT INTO public.auth_permission VALUES (192, 'Can delete change of a listing', 48, 'delete_listingchange');
INSERT INTO public.auth_permission VALUES (193, 'Can view change of a listing', 48, 'view_listingchange');
INSERT INTO public.auth_permission VALUES (194, 'Can add certificate', 49, 'add_certificate');
INSERT INTO public.auth_permission VALUES (195, 'Can change certificate', 49, 'change_certificate');
INSERT INTO public.auth_permission VALUES (196, 'Can delete certificate', 49, 'delete_certificate');
INSERT INTO public.auth_permission VALUES (197, 'Can view certificate', 49, 'view_certificate');
INSERT INTO public.auth_permission VALUES (198, 'Can add certificate event', 50, 'add_certificateevent');
INSERT INTO public.auth_permission VALUES (199, 'Can change certificate event', 50, 'change_certificateevent');
INSERT INTO public.auth_permission VALUES (200, 'Can delete certificate event', 50, 'delete_certificateevent');
INSERT INTO public.auth_permission VALUES (201, 'Can view certificate event', 50, 'view_certificateevent');
INSERT INTO public.auth_permission VALUES (202, 'Can add restoration of a certificate', 51, 'add_restoration');
INSERT INTO public.auth_permission VALUES (203, 'Can change restoration of a certificate', 51, 'change_restoration');
INSERT INTO public.auth_permission VALUES (204, 'Can delete restoration of a certificate', 51, 'delete_restoration');
INSERT INTO public.auth_permission VALUES (205, 'Can view restoration of a certificate', 51, 'view_restoration');
INSERT INTO public.auth_permission VALUES (206, 'Can add reported step', 52, 'add_reportedstep');
INSERT INTO public.auth_permission VALUES (207, 'Can change reported step', 52, 'change_reportedstep');
INSERT INTO public.auth_permission VALUES (208, 'Can delete reported step', 52, 'delete_reportedstep');
INSERT INTO public.auth_permission VALUES (209, 'Can view reported step', 52, 'view_reportedstep');
INSERT INTO public.auth_permission VALUES (210, 'Can add GTIN', 53, 'add_productgtin');
INSERT INTO public.auth_permission VALUES (211, 'Can change GTIN', 53, 'change_productgtin');
INSERT INTO public.auth_permission VALUES (212, 'Can delete GTIN', 53, 'delete_productgtin');
INSERT INTO public.auth_permission VALUES (213, 'Can view GTIN', 53, 'view_productgtin');
INSERT INTO public.auth_permission VALUES (214, 'Can add lot', 54, 'add_lot');
INSERT INTO public.auth_permission VALUES (215, 'Can change lot', 54, 'change_lot');
INSERT INTO public.auth_permission VALUES (216, 'Can delete lot', 54, 'delete_lot');
INSERT INTO public.auth_permission VALUES (217, 'Can view lot', 54, 'view_lot');
INSERT INTO public.auth_permission VALUES (218, 'Can add lot event', 55, 'add_lotevent');
INSERT INTO public.auth_permission VALUES (219, 'Can change lot event', 55, 'change_lotevent');
INSERT INTO public.auth_permission VALUES (220, 'Can delete lot event', 55, 'delete_lotevent');
INSERT INTO public.auth_permission VALUES (221, 'Can view lot event', 55, 'view_lotevent');
INSERT INTO public.auth_permission VALUES (222, 'Can add signing key', 56, 'add_signingkey');
INSERT INTO public.auth_permission VALUES (223, 'Can change signing key', 56, 'change_signingkey');
INSERT INTO public.auth_permission VALUES (224, 'Can delete signing key', 56, 'delete_signingkey');
INSERT INTO public.auth_permission VALUES (225, 'Can view signing key', 56, 'view_signingkey');
INSERT INTO public.auth_permission VALUES (226, 'Can add signing key event', 57, 'add_signingkeyevent');
INSERT INTO public.auth_permission VALUES (227, 'Can change signing key event', 57, 'change_signingkeyevent');
INSERT INTO public.auth_permission VALUES (228, 'Can delete signing key event', 57, 'delete_signingkeyevent');
INSERT INTO public.auth_permission VALUES (229, 'Can view signing key event', 57, 'view_signingkeyevent');
INSERT INTO public.auth_permission VALUES (230, 'Can add key for events', 58, 'add_capturekey');
INSERT INTO public.auth_permission VALUES (231, 'Can change key for events', 58, 'change_capturekey');
INSERT INTO public.auth_permission VALUES (232, 'Can delete key for events', 58, 'delete_capturekey');
INSERT INTO public.auth_permission VALUES (233, 'Can view key for events', 58, 'view_capturekey');
INSERT INTO public.auth_permission VALUES (234, 'Can add sending of events', 59, 'add_capturejob');
INSERT INTO public.auth_permission VALUES (235, 'Can change sending of events', 59, 'change_capturejob');
INSERT INTO public.auth_permission VALUES (236, 'Can delete sending of events', 59, 'delete_capturejob');
INSERT INTO public.auth_permission VALUES (237, 'Can view sending of events', 59, 'view_capturejob');
INSERT INTO public.auth_permission VALUES (238, 'Can add captured event', 60, 'add_capturedevent');
INSERT INTO public.auth_permission VALUES (239, 'Can change captured event', 60, 'change_capturedevent');
INSERT INTO public.auth_permission VALUES (240, 'Can delete captured event', 60, 'delete_capturedevent');
INSERT INTO public.auth_permission VALUES (241, 'Can view captured event', 60, 'view_capturedevent');
INSERT INTO public.auth_permission VALUES (242, 'Can add place of the trace', 61, 'add_place');
INSERT INTO public.auth_permission VALUES (243, 'Can change place of the trace', 61, 'change_place');
INSERT INTO public.auth_permission VALUES (244, 'Can delete place of the trace', 61, 'delete_place');
INSERT INTO public.auth_permission VALUES (245, 'Can view place of the trace', 61, 'view_place');
INSERT INTO public.auth_permission VALUES (246, 'Can add input of a lot', 62, 'add_lotinput');
INSERT INTO public.auth_permission VALUES (247, 'Can change input of a lot', 62, 'change_lotinput');
INSERT INTO public.auth_permission VALUES (248, 'Can delete input of a lot', 62, 'delete_lotinput');
INSERT INTO public.auth_permission VALUES (249, 'Can view input of a lot', 62, 'view_lotinput');
INSERT INTO public.auth_permission VALUES (250, 'Can add lot input event', 63, 'add_lotinputevent');
INSERT INTO public.auth_permission VALUES (251, 'Can change lot input event', 63, 'change_lotinputevent');
INSERT INTO public.auth_permission VALUES (252, 'Can delete lot input event', 63, 'delete_lotinputevent');
INSERT INTO public.auth_permission VALUES (253, 'Can view lot input event', 63, 'view_lotinputevent');
INSERT INTO public.auth_permission VALUES (254, 'Can add event', 64, 'add_event');
INSERT INTO public.auth_permission VALUES (255, 'Can change event', 64, 'change_event');
INSERT INTO public.auth_permission VALUES (256, 'Can delete event', 64, 'delete_event');
INSERT INTO public.auth_permission VALUES (257, 'Can view event', 64, 'view_event');
INSERT INTO public.auth_permission VALUES (258, 'Can add delivery to the portal', 65, 'add_portaldelivery');
INSERT INTO public.auth_permission VALUES (259, 'Can change delivery to the portal', 65, 'change_portaldelivery');
INSERT INTO public.auth_permission VALUES (260, 'Can delete delivery to the portal', 65, 'delete_portaldelivery');
INSERT INTO public.auth_permission VALUES (261, 'Can view delivery to the portal', 65, 'view_portaldelivery');
INSERT INTO public.auth_permission VALUES (262, 'Can add batch of stamps', 66, 'add_stampbatch');
INSERT INTO public.auth_permission VALUES (263, 'Can change batch of stamps', 66, 'change_stampbatch');
INSERT INTO public.auth_permission VALUES (264, 'Can delete batch of stamps', 66, 'delete_stampbatch');
INSERT INTO public.auth_permission VALUES (265, 'Can view batch of stamps', 66, 'view_stampbatch');
INSERT INTO public.auth_permission VALUES (266, 'Can add print run', 67, 'add_printrun');
INSERT INTO public.auth_permission VALUES (267, 'Can change print run', 67, 'change_printrun');
INSERT INTO public.auth_permission VALUES (268, 'Can delete print run', 67, 'delete_printrun');
INSERT INTO public.auth_permission VALUES (269, 'Can view print run', 67, 'view_printrun');
INSERT INTO public.auth_permission VALUES (270, 'Can add recall', 68, 'add_recall');
INSERT INTO public.auth_permission VALUES (271, 'Can change recall', 68, 'change_recall');
INSERT INTO public.auth_permission VALUES (272, 'Can delete recall', 68, 'delete_recall');
INSERT INTO public.auth_permission VALUES (273, 'Can view recall', 68, 'view_recall');
INSERT INTO public.auth_permission VALUES (274, 'Can add recall event', 69, 'add_recallevent');
INSERT INTO public.auth_permission VALUES (275, 'Can change recall event', 69, 'change_recallevent');
INSERT INTO public.auth_permission VALUES (276, 'Can delete recall event', 69, 'delete_recallevent');
INSERT INTO public.auth_permission VALUES (277, 'Can view recall event', 69, 'view_recallevent');
INSERT INTO public.auth_permission VALUES (278, 'Can add end of a recall', 70, 'add_recallend');
INSERT INTO public.auth_permission VALUES (279, 'Can change end of a recall', 70, 'change_recallend');
INSERT INTO public.auth_permission VALUES (280, 'Can delete end of a recall', 70, 'delete_recallend');
INSERT INTO public.auth_permission VALUES (281, 'Can view end of a recall', 70, 'view_recallend');
INSERT INTO public.auth_permission VALUES (282, 'Can add stamp batch event', 71, 'add_stampbatchevent');
INSERT INTO public.auth_permission VALUES (283, 'Can change stamp batch event', 71, 'change_stampbatchevent');
INSERT INTO public.auth_permission VALUES (284, 'Can delete stamp batch event', 71, 'delete_stampbatchevent');
INSERT INTO public.auth_permission VALUES (285, 'Can view stamp batch event', 71, 'view_stampbatchevent');
INSERT INTO public.auth_permission VALUES (286, 'Can add stamp', 72, 'add_stamp');
INSERT INTO public.auth_permission VALUES (287, 'Can change stamp', 72, 'change_stamp');
INSERT INTO public.auth_permission VALUES (288, 'Can delete stamp', 72, 'delete_stamp');
INSERT INTO public.auth_permission VALUES (289, 'Can view stamp', 72, 'view_stamp');
INSERT INTO public.auth_permission VALUES (290, 'Can add report of a suspicious product', 73, 'add_suspicionreport');
INSERT INTO public.auth_permission VALUES (291, 'Can change report of a suspicious product', 73, 'change_suspicionreport');
INSERT INTO public.auth_permission VALUES (292, 'Can delete report of a suspicious product', 73, 'delete_suspicionreport');
INSERT INTO public.auth_permission VALUES (293, 'Can view report of a suspicious product', 73, 'view_suspicionreport');
INSERT INTO public.auth_permission VALUES (294, 'Can add scan', 74, 'add_scan');
INSERT INTO public.auth_permission VALUES (295, 'Can change scan', 74, 'change_scan');
INSERT INTO public.auth_permission VALUES (296, 'Can delete scan', 74, 'delete_scan');
INSERT INTO public.auth_permission VALUES (297, 'Can view scan', 74, 'view_scan');
INSERT INTO public.auth_permission VALUES (298, 'Can add summary of scans', 75, 'add_scansummary');
INSERT INTO public.auth_permission VALUES (299, 'Can change summary of scans', 75, 'change_scansummary');
INSERT INTO public.auth_permission VALUES (300, 'Can delete summary of scans', 75, 'delete_scansummary');
INSERT INTO public.auth_permission VALUES (301, 'Can view summary of scans', 75, 'view_scansummary');
INSERT INTO public.auth_permission VALUES (302, 'Can add alert of copies', 76, 'add_clonealert');
INSERT INTO public.auth_permission VALUES (303, 'Can change alert of copies', 76, 'change_clonealert');
INSERT INTO public.auth_permission VALUES (304, 'Can delete alert of copies', 76, 'delete_clonealert');
INSERT INTO public.auth_permission VALUES (305, 'Can view alert of copies', 76, 'view_clonealert');
INSERT INTO public.auth_permission VALUES (306, 'Can add stamp event', 77, 'add_stampevent');
INSERT INTO public.auth_permission VALUES (307, 'Can change stamp event', 77, 'change_stampevent');
INSERT INTO public.auth_permission VALUES (308, 'Can delete stamp event', 77, 'delete_stampevent');
INSERT INTO public.auth_permission VALUES (309, 'Can view stamp event', 77, 'view_stampevent');
INSERT INTO public.auth_permission VALUES (310, 'Can add home page', 78, 'add_homepage');
INSERT INTO public.auth_permission VALUES (311, 'Can change home page', 78, 'change_homepage');
INSERT INTO public.auth_permission VALUES (312, 'Can delete home page', 78, 'delete_homepage');
INSERT INTO public.auth_permission VALUES (313, 'Can view home page', 78, 'view_homepage');
INSERT INTO public.auth_permission VALUES (314, 'Can add list of stories', 79, 'add_storyindexpage');
INSERT INTO public.auth_permission VALUES (315, 'Can change list of stories', 79, 'change_storyindexpage');
INSERT INTO public.auth_permission VALUES (316, 'Can delete list of stories', 79, 'delete_storyindexpage');
INSERT INTO public.auth_permission VALUES (317, 'Can view list of stories', 79, 'view_storyindexpage');
INSERT INTO public.auth_permission VALUES (318, 'Can add product story', 80, 'add_storypage');
INSERT INTO public.auth_permission VALUES (319, 'Can change product story', 80, 'change_storypage');
INSERT INTO public.auth_permission VALUES (320, 'Can delete product story', 80, 'delete_storypage');
INSERT INTO public.auth_permission VALUES (321, 'Can view product story', 80, 'view_storypage');
INSERT INTO public.auth_permission VALUES (322, 'Can add list of news', 81, 'add_newsindexpage');
INSERT INTO public.auth_permission VALUES (323, 'Can change list of news', 81, 'change_newsindexpage');
INSERT INTO public.auth_permission VALUES (324, 'Can delete list of news', 81, 'delete_newsindexpage');
INSERT INTO public.auth_permission VALUES (325, 'Can view list of news', 81, 'view_newsindexpage');
INSERT INTO public.auth_permission VALUES (326, 'Can add news item', 82, 'add_newspage');
INSERT INTO public.auth_permission VALUES (327, 'Can change news item', 82, 'change_newspage');
INSERT INTO public.auth_permission VALUES (328, 'Can delete news item', 82, 'delete_newspage');
INSERT INTO public.auth_permission VALUES (329, 'Can view news item', 82, 'view_newspage');
INSERT INTO public.auth_permission VALUES (330, 'Can add list of fairs', 83, 'add_fairindexpage');
INSERT INTO public.auth_permission VALUES (331, 'Can change list of fairs', 83, 'change_fairindexpage');
INSERT INTO public.auth_permission VALUES (332, 'Can delete list of fairs', 83, 'delete_fairindexpage');
INSERT INTO public.auth_permission VALUES (333, 'Can view list of fairs', 83, 'view_fairindexpage');
INSERT INTO public.auth_permission VALUES (334, 'Can add fair', 84, 'add_fairpage');
INSERT INTO public.auth_permission VALUES (335, 'Can change fair', 84, 'change_fairpage');
INSERT INTO public.auth_permission VALUES (336, 'Can delete fair', 84, 'delete_fairpage');
INSERT INTO public.auth_permission VALUES (337, 'Can view fair', 84, 'view_fairpage');
INSERT INTO public.auth_permission VALUES (338, 'Can add information page', 85, 'add_infopage');
INSERT INTO public.auth_permission VALUES (339, 'Can change information page', 85, 'change_infopage');
INSERT INTO public.auth_permission VALUES (340, 'Can delete information page', 85, 'delete_infopage');
INSERT INTO public.auth_permission VALUES (341, 'Can view information page', 85, 'view_infopage');
INSERT INTO public.auth_permission VALUES (342, 'Can add fair product', 86, 'add_fairproduct');
INSERT INTO public.auth_permission VALUES (343, 'Can change fair product', 86, 'change_fairproduct');
INSERT INTO public.auth_permission VALUES (344, 'Can delete fair product', 86, 'delete_fairproduct');
INSERT INTO public.auth_permission VALUES (345, 'Can view fair product', 86, 'view_fairproduct');
INSERT INTO public.auth_permission VALUES (346, 'Can add outbox entry', 87, 'add_outboxentry');
INSERT INTO public.auth_permission VALUES (347, 'Can change outbox entry', 87, 'change_outboxentry');
INSERT INTO public.auth_permission VALUES (348, 'Can delete outbox entry', 87, 'delete_outboxentry');
INSERT INTO public.auth_permission VALUES (349, 'Can view outbox entry', 87, 'view_outboxentry');
INSERT INTO public.auth_permission VALUES (350, 'Can add worker heartbeat', 88, 'add_workerheartbeat');
INSERT INTO public.auth_permission VALUES (351, 'Can change worker heartbeat', 88, 'change_workerheartbeat');
INSERT INTO public.auth_permission VALUES (352, 'Can delete worker heartbeat', 88, 'delete_workerheartbeat');
INSERT INTO public.auth_permission VALUES (353, 'Can view worker heartbeat', 88, 'view_workerheartbeat');
INSERT INTO public.auth_permission VALUES (354, 'Can add change of suggestions', 89, 'add_suggestionchange');
INSERT INTO public.auth_permission VALUES (355, 'Can change change of suggestions', 89, 'change_suggestionchange');
INSERT INTO public.auth_permission VALUES (356, 'Can delete change of suggestions', 89, 'delete_suggestionchange');
INSERT INTO public.auth_permission VALUES (357, 'Can view change of suggestions', 89, 'view_suggestionchange');
INSERT INTO public.auth_permission VALUES (358, 'Can add index replica', 90, 'add_indexreplica');
INSERT INTO public.auth_permission VALUES (359, 'Can change index replica', 90, 'change_indexreplica');
INSERT INTO public.auth_permission VALUES (360, 'Can delete index replica', 90, 'delete_indexreplica');
INSERT INTO public.auth_permission VALUES (361, 'Can view index replica', 90, 'view_indexreplica');
INSERT INTO public.auth_permission VALUES (362, 'Can add change for a replica', 91, 'add_replicachange');
INSERT INTO public.auth_permission VALUES (363, 'Can change change for a replica', 91, 'change_replicachange');
INSERT INTO public.auth_permission VALUES (364, 'Can delete change for a replica', 91, 'delete_replicachange');
INSERT INTO public.auth_permission VALUES (365, 'Can view change for a replica', 91, 'view_replicachange');
INSERT INTO public.auth_permission VALUES (366, 'Can add searched text', 92, 'add_querycount');
INSERT INTO public.auth_permission VALUES (367, 'Can change searched text', 92, 'change_querycount');
INSERT INTO public.auth_permission VALUES (368, 'Can delete searched text', 92, 'delete_querycount');
INSERT INTO public.auth_permission VALUES (369, 'Can view searched text', 92, 'view_querycount');
INSERT INTO public.auth_permission VALUES (370, 'Can add public search text', 93, 'add_publicquery');
INSERT INTO public.auth_permission VALUES (371, 'Can change public search text', 93, 'change_publicquery');
INSERT INTO public.auth_permission VALUES (372, 'Can delete public search text', 93, 'delete_publicquery');
INSERT INTO public.auth_permission VALUES (373, 'Can view public search text', 93, 'view_publicquery');
INSERT INTO public.auth_permission VALUES (374, 'Can add photo', 94, 'add_photo');
INSERT INTO public.auth_permission VALUES (375, 'Can change photo', 94, 'change_photo');
INSERT INTO public.auth_permission VALUES (376, 'Can delete photo', 94, 'delete_photo');
INSERT INTO public.auth_permission VALUES (377, 'Can view photo', 94, 'view_photo');
INSERT INTO public.auth_permission VALUES (378, 'Can add rendition', 95, 'add_rendition');
INSERT INTO public.auth_permission VALUES (379, 'Can change rendition', 95, 'change_rendition');
INSERT INTO public.auth_permission VALUES (380, 'Can delete rendition', 95, 'delete_rendition');
INSERT INTO public.auth_permission VALUES (381, 'Can view rendition', 95, 'view_rendition');
INSERT INTO public.auth_permission VALUES (382, 'Can view evidence', 96, 'view_evidence');
INSERT INTO public.auth_permission VALUES (383, 'Can add account', 97, 'add_user');
INSERT INTO public.auth_permission VALUES (384, 'Can change account', 97, 'change_user');
INSERT INTO public.auth_permission VALUES (385, 'Can delete account', 97, 'delete_user');
INSERT INTO public.auth_permission VALUES (386, 'Can view account', 97, 'view_user');
INSERT INTO public.auth_permission VALUES (387, 'Can add reset of a second step', 98, 'add_secondfactorreset');
INSERT INTO public.auth_permission VALUES (388, 'Can change reset of a second step', 98, 'change_secondfactorreset');
INSERT INTO public.auth_permission VALUES (389, 'Can delete reset of a second step', 98, 'delete_secondfactorreset');
INSERT INTO public.auth_permission VALUES (390, 'Can view reset of a second step', 98, 'view_secondfactorreset');
INSERT INTO public.auth_permission VALUES (391, 'Can add mail', 99, 'add_outgoingmail');
INSERT INTO public.auth_permission VALUES (392, 'Can change mail', 99, 'change_outgoingmail');
INSERT INTO public.auth_permission VALUES (393, 'Can delete mail', 99, 'delete_outgoingmail');
INSERT INTO public.auth_permission VALUES (394, 'Can view mail', 99, 'view_outgoingmail');
INSERT INTO public.auth_permission VALUES (395, 'Can add mail that is not wanted', 100, 'add_mailoptout');
INSERT INTO public.auth_permission VALUES (396, 'Can change mail that is not wanted', 100, 'change_mailoptout');
INSERT INTO public.auth_permission VALUES (397, 'Can delete mail that is not wanted', 100, 'delete_mailoptout');
INSERT INTO public.auth_permission VALUES (398, 'Can view mail that is not wanted', 100, 'view_mailoptout');
INSERT INTO public.auth_permission VALUES (399, 'Can add notification', 101, 'add_notification');
INSERT INTO public.auth_permission VALUES (400, 'Can change notification', 101, 'change_notification');
INSERT INTO public.auth_permission VALUES (401, 'Can delete notification', 101, 'delete_notification');
INSERT INTO public.auth_permission VALUES (402, 'Can view notification', 101, 'view_notification');
INSERT INTO public.auth_permission VALUES (403, 'Can add public change', 102, 'add_publicchange');
INSERT INTO public.auth_permission VALUES (404, 'Can change public change', 102, 'change_publicchange');
INSERT INTO public.auth_permission VALUES (405, 'Can delete public change', 102, 'delete_publicchange');
INSERT INTO public.auth_permission VALUES (406, 'Can view public change', 102, 'view_publicchange');
INSERT INTO public.auth_permission VALUES (407, 'Can add sent form', 103, 'add_sentform');
INSERT INTO public.auth_permission VALUES (408, 'Can change sent form', 103, 'change_sentform');
INSERT INTO public.auth_permission VALUES (409, 'Can delete sent form', 103, 'delete_sentform');
INSERT INTO public.auth_permission VALUES (410, 'Can view sent form', 103, 'view_sentform');
INSERT INTO public.auth_permission VALUES (411, 'Can add sales point', 104, 'add_salespoint');
INSERT INTO public.auth_permission VALUES (412, 'Can change sales point', 104, 'change_salespoint');
INSERT INTO public.auth_permission VALUES (413, 'Can delete sales point', 104, 'delete_salespoint');
INSERT INTO public.auth_permission VALUES (414, 'Can view sales point', 104, 'view_salespoint');
INSERT INTO public.auth_permission VALUES (415, 'Can add sales point membership', 105, 'add_salespointmembership');
INSERT INTO public.auth_permission VALUES (416, 'Can change sales point membership', 105, 'change_salespointmembership');
INSERT INTO public.auth_permission VALUES (417, 'Can delete sales point membership', 105, 'delete_salespointmembership');
INSERT INTO public.auth_permission VALUES (418, 'Can view sales point membership', 105, 'view_salespointmembership');
INSERT INTO public.auth_permission VALUES (419, 'Can add recall notice', 106, 'add_recallnotice');
INSERT INTO public.auth_permission VALUES (420, 'Can change recall notice', 106, 'change_recallnotice');
INSERT INTO public.auth_permission VALUES (421, 'Can delete recall notice', 106, 'delete_recallnotice');
INSERT INTO public.auth_permission VALUES (422, 'Can view recall notice', 106, 'view_recallnotice');
INSERT INTO public.auth_permission VALUES (423, 'Can add purchase behind a review', 107, 'add_purchase');
INSERT INTO public.auth_permission VALUES (424, 'Can change purchase behind a review', 107, 'change_purchase');
INSERT INTO public.auth_permission VALUES (425, 'Can delete purchase behind a review', 107, 'delete_purchase');
INSERT INTO public.auth_permission VALUES (426, 'Can view purchase behind a review', 107, 'view_purchase');
INSERT INTO public.auth_permission VALUES (427, 'Can add reply to a review', 108, 'add_reply');
INSERT INTO public.auth_permission VALUES (428, 'Can change reply to a review', 108, 'change_reply');
INSERT INTO public.auth_permission VALUES (429, 'Can delete reply to a review', 108, 'delete_reply');
INSERT INTO public.auth_permission VALUES (430, 'Can view reply to a review', 108, 'view_reply');
INSERT INTO public.auth_permission VALUES (431, 'Can add removal of a review', 109, 'add_removal');
INSERT INTO public.auth_permission VALUES (432, 'Can change removal of a review', 109, 'change_removal');
INSERT INTO public.auth_permission VALUES (433, 'Can delete removal of a review', 109, 'delete_removal');
INSERT INTO public.auth_permission VALUES (434, 'Can view removal of a review', 109, 'view_removal');
INSERT INTO public.auth_permission VALUES (435, 'Can view complaint', 110, 'view_complaint');
INSERT INTO public.auth_permission VALUES (436, 'Can change complaint', 110, 'change_complaint');
INSERT INTO public.auth_permission VALUES (437, 'Can delete complaint', 110, 'delete_complaint');
INSERT INTO public.auth_permission VALUES (438, 'Can add complaint event', 111, 'add_complaintevent');
INSERT INTO public.auth_permission VALUES (439, 'Can change complaint event', 111, 'change_complaintevent');
INSERT INTO public.auth_permission VALUES (440, 'Can delete complaint event', 111, 'delete_complaintevent');
INSERT INTO public.auth_permission VALUES (441, 'Can view complaint event', 111, 'view_complaintevent');
INSERT INTO public.auth_permission VALUES (442, 'Can add question', 112, 'add_question');
INSERT INTO public.auth_permission VALUES (443, 'Can change question', 112, 'change_question');
INSERT INTO public.auth_permission VALUES (444, 'Can delete question', 112, 'delete_question');
INSERT INTO public.auth_permission VALUES (445, 'Can view question', 112, 'view_question');
INSERT INTO public.auth_permission VALUES (446, 'Can add answer', 113, 'add_answer');
INSERT INTO public.auth_permission VALUES (447, 'Can change answer', 113, 'change_answer');
INSERT INTO public.auth_permission VALUES (448, 'Can delete answer', 113, 'delete_answer');
INSERT INTO public.auth_permission VALUES (449, 'Can view answer', 113, 'view_answer');
INSERT INTO public.auth_permission VALUES (450, 'Can add complaint about a parcel', 114, 'add_claim');
INSERT INTO public.auth_permission VALUES (451, 'Can change complaint about a parcel', 114, 'change_claim');
INSERT INTO public.auth_permission VALUES (452, 'Can delete complaint about a parcel', 114, 'delete_claim');
INSERT INTO public.auth_permission VALUES (453, 'Can view complaint about a parcel', 114, 'view_claim');
INSERT INTO public.auth_permission VALUES (454, 'Can add claim event', 115, 'add_claimevent');
INSERT INTO public.auth_permission VALUES (455, 'Can change claim event', 115, 'change_claimevent');
INSERT INTO public.auth_permission VALUES (456, 'Can delete claim event', 115, 'delete_claimevent');
INSERT INTO public.auth_permission VALUES (457, 'Can view claim event', 115, 'view_claimevent');
INSERT INTO public.auth_permission VALUES (458, 'Can add line of a complaint', 116, 'add_claimline');
INSERT INTO public.auth_permission VALUES (459, 'Can change line of a complaint', 116, 'change_claimline');
INSERT INTO public.auth_permission VALUES (460, 'Can delete line of a complaint', 116, 'delete_claimline');
INSERT INTO public.auth_permission VALUES (461, 'Can view line of a complaint', 116, 'view_claimline');
INSERT INTO public.auth_permission VALUES (462, 'Can add message about a complaint', 117, 'add_claimmessage');
INSERT INTO public.auth_permission VALUES (463, 'Can change message about a complaint', 117, 'change_claimmessage');
INSERT INTO public.auth_permission VALUES (464, 'Can delete message about a complaint', 117, 'delete_claimmessage');
INSERT INTO public.auth_permission VALUES (465, 'Can view message about a complaint', 117, 'view_claimmessage');
INSERT INTO public.auth_permission VALUES (466, 'Can add photo of a complaint', 118, 'add_claimphoto');
INSERT INTO public.auth_permission VALUES (467, 'Can change photo of a complaint', 118, 'change_claimphoto');
INSERT INTO public.auth_permission VALUES (468, 'Can delete photo of a complaint', 118, 'delete_claimphoto');
INSERT INTO public.auth_permission VALUES (469, 'Can view photo of a complaint', 118, 'view_claimphoto');
INSERT INTO public.auth_permission VALUES (470, 'Can add Basket', 119, 'add_basket');
INSERT INTO public.auth_permission VALUES (471, 'Can change Basket', 119, 'change_basket');
INSERT INTO public.auth_permission VALUES (472, 'Can delete Basket', 119, 'delete_basket');
INSERT INTO public.auth_permission VALUES (473, 'Can view Basket', 119, 'view_basket');
INSERT INTO public.auth_permission VALUES (474, 'Can add Basket line', 120, 'add_line');
INSERT INTO public.auth_permission VALUES (475, 'Can change Basket line', 120, 'change_line');
INSERT INTO public.auth_permission VALUES (476, 'Can delete Basket line', 120, 'delete_line');
INSERT INTO public.auth_permission VALUES (477, 'Can view Basket line', 120, 'view_line');
INSERT INTO public.auth_permission VALUES (478, 'Can add Line attribute', 121, 'add_lineattribute');
INSERT INTO public.auth_permission VALUES (479, 'Can change Line attribute', 121, 'change_lineattribute');
INSERT INTO public.auth_permission VALUES (480, 'Can delete Line attribute', 121, 'delete_lineattribute');
INSERT INTO public.auth_permission VALUES (481, 'Can view Line attribute', 121, 'view_lineattribute');
INSERT INTO public.auth_permission VALUES (482, 'Can add Shipping address', 122, 'add_shippingaddress');
INSERT INTO public.auth_permission VALUES (483, 'Can change Shipping address', 122, 'change_shippingaddress');
INSERT INTO public.auth_permission VALUES (484, 'Can delete Shipping address', 122, 'delete_shippingaddress');
INSERT INTO public.auth_permission VALUES (485, 'Can view Shipping address', 122, 'view_shippingaddress');
INSERT INTO public.auth_permission VALUES (486, 'Can add Billing address', 123, 'add_billingaddress');
INSERT INTO public.auth_permission VALUES (487, 'Can change Billing address', 123, 'change_billingaddress');
INSERT INTO public.auth_permission VALUES (488, 'Can delete Billing address', 123, 'delete_billingaddress');
INSERT INTO public.auth_permission VALUES (489, 'Can view Billing address', 123, 'view_billingaddress');
INSERT INTO public.auth_permission VALUES (490, 'Can add Order', 124, 'add_order');
INSERT INTO public.auth_permission VALUES (491, 'Can change Order', 124, 'change_order');
INSERT INTO public.auth_permission VALUES (492, 'Can delete Order', 124, 'delete_order');
INSERT INTO public.auth_permission VALUES (493, 'Can view Order', 124, 'view_order');
INSERT INTO public.auth_permission VALUES (494, 'Can add order event', 125, 'add_orderevent');
INSERT INTO public.auth_permission VALUES (495, 'Can change order event', 125, 'change_orderevent');
INSERT INTO public.auth_permission VALUES (496, 'Can delete order event', 125, 'delete_orderevent');
INSERT INTO public.auth_permission VALUES (497, 'Can view order event', 125, 'view_orderevent');
INSERT INTO public.auth_permission VALUES (498, 'Can add Order Line', 126, 'add_line');
INSERT INTO public.auth_permission VALUES (499, 'Can change Order Line', 126, 'change_line');
INSERT INTO public.auth_permission VALUES (500, 'Can delete Order Line', 126, 'delete_line');
INSERT INTO public.auth_permission VALUES (501, 'Can view Order Line', 126, 'view_line');
INSERT INTO public.auth_permission VALUES (502, 'Can add order of a guest', 127, 'add_guestorder');
INSERT INTO public.auth_permission VALUES (503, 'Can change order of a guest', 127, 'change_guestorder');
INSERT INTO public.auth_permission VALUES (504, 'Can delete order of a guest', 127, 'delete_guestorder');
INSERT INTO public.auth_permission VALUES (505, 'Can view order of a guest', 127, 'view_guestorder');
INSERT INTO public.auth_permission VALUES (506, 'Can add confirmation by phone', 128, 'add_confirmation');
INSERT INTO public.auth_permission VALUES (507, 'Can change confirmation by phone', 128, 'change_confirmation');
INSERT INTO public.auth_permission VALUES (508, 'Can delete confirmation by phone', 128, 'delete_confirmation');
INSERT INTO public.auth_permission VALUES (509, 'Can view confirmation by phone', 128, 'view_confirmation');
INSERT INTO public.auth_permission VALUES (510, 'Can add confirmation event', 129, 'add_confirmationevent');
INSERT INTO public.auth_permission VALUES (511, 'Can change confirmation event', 129, 'change_confirmationevent');
INSERT INTO public.auth_permission VALUES (512, 'Can delete confirmation event', 129, 'delete_confirmationevent');
INSERT INTO public.auth_permission VALUES (513, 'Can view confirmation event', 129, 'view_confirmationevent');
INSERT INTO public.auth_permission VALUES (514, 'Can add Order Note', 130, 'add_ordernote');
INSERT INTO public.auth_permission VALUES (515, 'Can change Order Note', 130, 'change_ordernote');
INSERT INTO public.auth_permission VALUES (516, 'Can delete Order Note', 130, 'delete_ordernote');
INSERT INTO public.auth_permission VALUES (517, 'Can view Order Note', 130, 'view_ordernote');
INSERT INTO public.auth_permission VALUES (518, 'Can add Order Status Change', 131, 'add_orderstatuschange');
INSERT INTO public.auth_permission VALUES (519, 'Can change Order Status Change', 131, 'change_orderstatuschange');
INSERT INTO public.auth_permission VALUES (520, 'Can delete Order Status Change', 131, 'delete_orderstatuschange');
INSERT INTO public.auth_permission VALUES (521, 'Can view Order Status Change', 131, 'view_orderstatuschange');
INSERT INTO public.auth_permission VALUES (522, 'Can add Communication Event', 132, 'add_communicationevent');
INSERT INTO public.auth_permission VALUES (523, 'Can change Communication Event', 132, 'change_communicationevent');
INSERT INTO public.auth_permission VALUES (524, 'Can delete Communication Event', 132, 'delete_communicationevent');
INSERT INTO public.auth_permission VALUES (525, 'Can view Communication Event', 132, 'view_communicationevent');
INSERT INTO public.auth_permission VALUES (526, 'Can add Line Price', 133, 'add_lineprice');
INSERT INTO public.auth_permission VALUES (527, 'Can change Line Price', 133, 'change_lineprice');
INSERT INTO public.auth_permission VALUES (528, 'Can delete Line Price', 133, 'delete_lineprice');
INSERT INTO public.auth_permission VALUES (529, 'Can view Line Price', 133, 'view_lineprice');
INSERT INTO public.auth_permission VALUES (530, 'Can add Line Attribute', 134, 'add_lineattribute');
INSERT INTO public.auth_permission VALUES (531, 'Can change Line Attribute', 134, 'change_lineattribute');
INSERT INTO public.auth_permission VALUES (532, 'Can delete Line Attribute', 134, 'delete_lineattribute');
INSERT INTO public.auth_permission VALUES (533, 'Can view Line Attribute', 134, 'view_lineattribute');
INSERT INTO public.auth_permission VALUES (534, 'Can add Shipping Event Type', 135, 'add_shippingeventtype');
INSERT INTO public.auth_permission VALUES (535, 'Can change Shipping Event Type', 135, 'change_shippingeventtype');
INSERT INTO public.auth_permission VALUES (536, 'Can delete Shipping Event Type', 135, 'delete_shippingeventtype');
INSERT INTO public.auth_permission VALUES (537, 'Can view Shipping Event Type', 135, 'view_shippingeventtype');
INSERT INTO public.auth_permission VALUES (538, 'Can add Shipping Event', 136, 'add_shippingevent');
INSERT INTO public.auth_permission VALUES (539, 'Can change Shipping Event', 136, 'change_shippingevent');
INSERT INTO public.auth_permission VALUES (540, 'Can delete Shipping Event', 136, 'delete_shippingevent');
INSERT INTO public.auth_permission VALUES (541, 'Can view Shipping Event', 136, 'view_shippingevent');
INSERT INTO public.auth_permission VALUES (542, 'Can add Shipping Event Quantity', 137, 'add_shippingeventquantity');
INSERT INTO public.auth_permission VALUES (543, 'Can change Shipping Event Quantity', 137, 'change_shippingeventquantity');
INSERT INTO public.auth_permission VALUES (544, 'Can delete Shipping Event Quantity', 137, 'delete_shippingeventquantity');
INSERT INTO public.auth_permission VALUES (545, 'Can view Shipping Event Quantity', 137, 'view_shippingeventquantity');
INSERT INTO public.auth_permission VALUES (546, 'Can add Payment Event Type', 138, 'add_paymenteventtype');
INSERT INTO public.auth_permission VALUES (547, 'Can change Payment Event Type', 138, 'change_paymenteventtype');
INSERT INTO public.auth_permission VALUES (548, 'Can delete Payment Event Type', 138, 'delete_paymenteventtype');
INSERT INTO public.auth_permission VALUES (549, 'Can view Payment Event Type', 138, 'view_paymenteventtype');
INSERT INTO public.auth_permission VALUES (550, 'Can add Payment Event', 139, 'add_paymentevent');
INSERT INTO public.auth_permission VALUES (551, 'Can change Payment Event', 139, 'change_paymentevent');
INSERT INTO public.auth_permission VALUES (552, 'Can delete Payment Event', 139, 'delete_paymentevent');
INSERT INTO public.auth_permission VALUES (553, 'Can view Payment Event', 139, 'view_paymentevent');
INSERT INTO public.auth_permission VALUES (554, 'Can add Payment Event Quantity', 140, 'add_paymenteventquantity');
INSERT INTO public.auth_permission VALUES (555, 'Can change Payment Event Quantity', 140, 'change_paymenteventquantity');
INSERT INTO public.auth_permission VALUES (556, 'Can delete Payment Event Quantity', 140, 'delete_paymenteventquantity');
INSERT INTO public.auth_permission VALUES (557, 'Can view Payment Event Quantity', 140, 'view_paymenteventquantity');
INSERT INTO public.auth_permission VALUES (558, 'Can add Order Discount', 141, 'add_orderdiscount');
INSERT INTO public.auth_permission VALUES (559, 'Can change Order Discount', 141, 'change_orderdiscount');
INSERT INTO public.auth_permission VALUES (560, 'Can delete Order Discount', 141, 'delete_orderdiscount');
INSERT INTO public.auth_permission VALUES (561, 'Can view Order Discount', 141, 'view_orderdiscount');
INSERT INTO public.auth_permission VALUES (562, 'Can add Order line discount', 142, 'add_orderlinediscount');
INSERT INTO public.auth_permission VALUES (563, 'Can change Order line discount', 142, 'change_orderlinediscount');
INSERT INTO public.auth_permission VALUES (564, 'Can delete Order line discount', 142, 'delete_orderlinediscount');
INSERT INTO public.auth_permission VALUES (565, 'Can view Order line discount', 142, 'view_orderlinediscount');
INSERT INTO public.auth_permission VALUES (566, 'Can add Surcharge', 143, 'add_surcharge');
INSERT INTO public.auth_permission VALUES (567, 'Can change Surcharge', 143, 'change_surcharge');
INSERT INTO public.auth_permission VALUES (568, 'Can delete Surcharge', 143, 'delete_surcharge');
INSERT INTO public.auth_permission VALUES (569, 'Can view Surcharge', 143, 'view_surcharge');
INSERT INTO public.auth_permission VALUES (570, 'Can add cancellation of units', 144, 'add_cancellation');
INSERT INTO public.auth_permission VALUES (571, 'Can change cancellation of units', 144, 'change_cancellation');
INSERT INTO public.auth_permission VALUES (572, 'Can delete cancellation of units', 144, 'delete_cancellation');
INSERT INTO public.auth_permission VALUES (573, 'Can view cancellation of units', 144, 'view_cancellation');
INSERT INTO public.auth_permission VALUES (574, 'Can add parcel', 145, 'add_parcel');
INSERT INTO public.auth_permission VALUES (575, 'Can change parcel', 145, 'change_parcel');
INSERT INTO public.auth_permission VALUES (576, 'Can delete parcel', 145, 'delete_parcel');
INSERT INTO public.auth_permission VALUES (577, 'Can view parcel', 145, 'view_parcel');
INSERT INTO public.auth_permission VALUES (578, 'Can add parcel event', 146, 'add_parcelevent');
INSERT INTO public.auth_permission VALUES (579, 'Can change parcel event', 146, 'change_parcelevent');
INSERT INTO public.auth_permission VALUES (580, 'Can delete parcel event', 146, 'delete_parcelevent');
INSERT INTO public.auth_permission VALUES (581, 'Can view parcel event', 146, 'view_parcelevent');
INSERT INTO public.auth_permission VALUES (582, 'Can add mails to a seller', 147, 'add_sellermails');
INSERT INTO public.auth_permission VALUES (583, 'Can change mails to a seller', 147, 'change_sellermails');
INSERT INTO public.auth_permission VALUES (584, 'Can delete mails to a seller', 147, 'delete_sellermails');
INSERT INTO public.auth_permission VALUES (585, 'Can view mails to a seller', 147, 'view_sellermails');
INSERT INTO public.auth_permission VALUES (586, 'Can add message about a parcel', 148, 'add_parcelmessage');
INSERT INTO public.auth_permission VALUES (587, 'Can change message about a parcel', 148, 'change_parcelmessage');
INSERT INTO public.auth_permission VALUES (588, 'Can delete message about a parcel', 148, 'delete_parcelmessage');
INSERT INTO public.auth_permission VALUES (589, 'Can view message about a parcel', 148, 'view_parcelmessage');
INSERT INTO public.auth_permission VALUES (590, 'Can add parcel to fetch', 149, 'add_pickup');
INSERT INTO public.auth_permission VALUES (591, 'Can change parcel to fetch', 149, 'change_pickup');
INSERT INTO public.auth_permission VALUES (592, 'Can delete parcel to fetch', 149, 'delete_pickup');
INSERT INTO public.auth_permission VALUES (593, 'Can view parcel to fetch', 149, 'view_pickup');
INSERT INTO public.auth_permission VALUES (594, 'Can add Fulfillment partner', 150, 'add_partner');
INSERT INTO public.auth_permission VALUES (595, 'Can change Fulfillment partner', 150, 'change_partner');
INSERT INTO public.auth_permission VALUES (596, 'Can delete Fulfillment partner', 150, 'delete_partner');
INSERT INTO public.auth_permission VALUES (597, 'Can view Fulfillment partner', 150, 'view_partner');
INSERT INTO public.auth_permission VALUES (598, 'Can access dashboard', 150, 'dashboard_access');
INSERT INTO public.auth_permission VALUES (599, 'Can add Stock record', 151, 'add_stockrecord');
INSERT INTO public.auth_permission VALUES (600, 'Can change Stock record', 151, 'change_stockrecord');
INSERT INTO public.auth_permission VALUES (601, 'Can delete Stock record', 151, 'delete_stockrecord');
INSERT INTO public.auth_permission VALUES (602, 'Can view Stock record', 151, 'view_stockrecord');
INSERT INTO public.auth_permission VALUES (603, 'Can add stock record event', 152, 'add_stockrecordevent');
INSERT INTO public.auth_permission VALUES (604, 'Can change stock record event', 152, 'change_stockrecordevent');
INSERT INTO public.auth_permission VALUES (605, 'Can delete stock record event', 152, 'delete_stockrecordevent');
INSERT INTO public.auth_permission VALUES (606, 'Can view stock record event', 152, 'view_stockrecordevent');
INSERT INTO public.auth_permission VALUES (607, 'Can add Partner address', 153, 'add_partneraddress');
INSERT INTO public.auth_permission VALUES (608, 'Can change Partner address', 153, 'change_partneraddress');
INSERT INTO public.auth_permission VALUES (609, 'Can delete Partner address', 153, 'delete_partneraddress');
INSERT INTO public.auth_permission VALUES (610, 'Can view Partner address', 153, 'view_partneraddress');
INSERT INTO public.auth_permission VALUES (611, 'Can add Stock alert', 154, 'add_stockalert');
INSERT INTO public.auth_permission VALUES (612, 'Can change Stock alert', 154, 'change_stockalert');
INSERT INTO public.auth_permission VALUES (613, 'Can delete Stock alert', 154, 'delete_stockalert');
INSERT INTO public.auth_permission VALUES (614, 'Can view Stock alert', 154, 'view_stockalert');
INSERT INTO public.auth_permission VALUES (615, 'Can add hold of stock', 155, 'add_stockhold');
INSERT INTO public.auth_permission VALUES (616, 'Can change hold of stock', 155, 'change_stockhold');
INSERT INTO public.auth_permission VALUES (617, 'Can delete hold of stock', 155, 'delete_stockhold');
INSERT INTO public.auth_permission VALUES (618, 'Can view hold of stock', 155, 'view_stockhold');
INSERT INTO public.auth_permission VALUES (619, 'Can add allocation of stock', 156, 'add_allocation');
INSERT INTO public.auth_permission VALUES (620, 'Can change allocation of stock', 156, 'change_allocation');
INSERT INTO public.auth_permission VALUES (621, 'Can delete allocation of stock', 156, 'delete_allocation');
INSERT INTO public.auth_permission VALUES (622, 'Can view allocation of stock', 156, 'view_allocation');
INSERT INTO public.auth_permission VALUES (623, 'Can add partner event', 157, 'add_partnerevent');
INSERT INTO public.auth_permission VALUES (624, 'Can change partner event', 157, 'change_partnerevent');
INSERT INTO public.auth_permission VALUES (625, 'Can delete partner event', 157, 'delete_partnerevent');
INSERT INTO public.auth_permission VALUES (626, 'Can view partner event', 157, 'view_partnerevent');
INSERT INTO public.auth_permission VALUES (627, 'Can add hold of the checkout', 158, 'add_checkouthold');
INSERT INTO public.auth_permission VALUES (628, 'Can change hold of the checkout', 158, 'change_checkouthold');
INSERT INTO public.auth_permission VALUES (629, 'Can delete hold of the checkout', 158, 'delete_checkouthold');
INSERT INTO public.auth_permission VALUES (630, 'Can view hold of the checkout', 158, 'view_checkouthold');
INSERT INTO public.auth_permission VALUES (631, 'Can add table of offers', 159, 'add_offersheet');
INSERT INTO public.auth_permission VALUES (632, 'Can change table of offers', 159, 'change_offersheet');
INSERT INTO public.auth_permission VALUES (633, 'Can delete table of offers', 159, 'delete_offersheet');
INSERT INTO public.auth_permission VALUES (634, 'Can view table of offers', 159, 'view_offersheet');
INSERT INTO public.auth_permission VALUES (635, 'Can add bank account', 160, 'add_bankaccount');
INSERT INTO public.auth_permission VALUES (636, 'Can change bank account', 160, 'change_bankaccount');
INSERT INTO public.auth_permission VALUES (637, 'Can delete bank account', 160, 'delete_bankaccount');
INSERT INTO public.auth_permission VALUES (638, 'Can view bank account', 160, 'view_bankaccount');
INSERT INTO public.auth_permission VALUES (639, 'Can add bank account event', 161, 'add_bankaccountevent');
INSERT INTO public.auth_permission VALUES (640, 'Can change bank account event', 161, 'change_bankaccountevent');
INSERT INTO public.auth_permission VALUES (641, 'Can delete bank account event', 161, 'delete_bankaccountevent');
INSERT INTO public.auth_permission VALUES (642, 'Can view bank account event', 161, 'view_bankaccountevent');
INSERT INTO public.auth_permission VALUES (643, 'Can add payment', 162, 'add_payment');
INSERT INTO public.auth_permission VALUES (644, 'Can change payment', 162, 'change_payment');
INSERT INTO public.auth_permission VALUES (645, 'Can delete payment', 162, 'delete_payment');
INSERT INTO public.auth_permission VALUES (646, 'Can view payment', 162, 'view_payment');
INSERT INTO public.auth_permission VALUES (647, 'Can add receipt', 163, 'add_receipt');
INSERT INTO public.auth_permission VALUES (648, 'Can change receipt', 163, 'change_receipt');
INSERT INTO public.auth_permission VALUES (649, 'Can delete receipt', 163, 'delete_receipt');
INSERT INTO public.auth_permission VALUES (650, 'Can view receipt', 163, 'view_receipt');
INSERT INTO public.auth_permission VALUES (651, 'Can add assignment of a receipt', 164, 'add_assignment');
INSERT INTO public.auth_permission VALUES (652, 'Can change assignment of a receipt', 164, 'change_assignment');
INSERT INTO public.auth_permission VALUES (653, 'Can delete assignment of a receipt', 164, 'delete_assignment');
INSERT INTO public.auth_permission VALUES (654, 'Can view assignment of a receipt', 164, 'view_assignment');
INSERT INTO public.auth_permission VALUES (655, 'Can add receipt event', 165, 'add_receiptevent');
INSERT INTO public.auth_permission VALUES (656, 'Can change receipt event', 165, 'change_receiptevent');
INSERT INTO public.auth_permission VALUES (657, 'Can delete receipt event', 165, 'delete_receiptevent');
INSERT INTO public.auth_permission VALUES (658, 'Can view receipt event', 165, 'view_receiptevent');
INSERT INTO public.auth_permission VALUES (659, 'Can add refund', 166, 'add_refund');
INSERT INTO public.auth_permission VALUES (660, 'Can change refund', 166, 'change_refund');
INSERT INTO public.auth_permission VALUES (661, 'Can delete refund', 166, 'delete_refund');
INSERT INTO public.auth_permission VALUES (662, 'Can view refund', 166, 'view_refund');
INSERT INTO public.auth_permission VALUES (663, 'Can add share of a receipt', 167, 'add_share');
INSERT INTO public.auth_permission VALUES (664, 'Can change share of a receipt', 167, 'change_share');
INSERT INTO public.auth_permission VALUES (665, 'Can delete share of a receipt', 167, 'delete_share');
INSERT INTO public.auth_permission VALUES (666, 'Can view share of a receipt', 167, 'view_share');
INSERT INTO public.auth_permission VALUES (667, 'Can add refund event', 168, 'add_refundevent');
INSERT INTO public.auth_permission VALUES (668, 'Can change refund event', 168, 'change_refundevent');
INSERT INTO public.auth_permission VALUES (669, 'Can delete refund event', 168, 'delete_refundevent');
INSERT INTO public.auth_permission VALUES (670, 'Can view refund event', 168, 'view_refundevent');
INSERT INTO public.auth_permission VALUES (671, 'Can add sighting of a receipt', 169, 'add_sighting');
INSERT INTO public.auth_permission VALUES (672, 'Can change sighting of a receipt', 169, 'change_sighting');
INSERT INTO public.auth_permission VALUES (673, 'Can delete sighting of a receipt', 169, 'delete_sighting');
INSERT INTO public.auth_permission VALUES (674, 'Can view sighting of a receipt', 169, 'view_sighting');
INSERT INTO public.auth_permission VALUES (675, 'Can add bank statement', 170, 'add_statement');
INSERT INTO public.auth_permission VALUES (676, 'Can change bank statement', 170, 'change_statement');
INSERT INTO public.auth_permission VALUES (677, 'Can delete bank statement', 170, 'delete_statement');
INSERT INTO public.auth_permission VALUES (678, 'Can view bank statement', 170, 'view_statement');
INSERT INTO public.auth_permission VALUES (679, 'Can add notice', 171, 'add_notice');
INSERT INTO public.auth_permission VALUES (680, 'Can change notice', 171, 'change_notice');
INSERT INTO public.auth_permission VALUES (681, 'Can delete notice', 171, 'delete_notice');
INSERT INTO public.auth_permission VALUES (682, 'Can view notice', 171, 'view_notice');
INSERT INTO public.auth_permission VALUES (683, 'Can add attempt to pay at VNPay', 172, 'add_vnpayattempt');
INSERT INTO public.auth_permission VALUES (684, 'Can change attempt to pay at VNPay', 172, 'change_vnpayattempt');
INSERT INTO public.auth_permission VALUES (685, 'Can delete attempt to pay at VNPay', 172, 'delete_vnpayattempt');
INSERT INTO public.auth_permission VALUES (686, 'Can view attempt to pay at VNPay', 172, 'view_vnpayattempt');
INSERT INTO public.auth_permission VALUES (687, 'Can add value added tax of a delivery', 173, 'add_deliveryvat');
INSERT INTO public.auth_permission VALUES (688, 'Can change value added tax of a delivery', 173, 'change_deliveryvat');
INSERT INTO public.auth_permission VALUES (689, 'Can delete value added tax of a delivery', 173, 'delete_deliveryvat');
INSERT INTO public.auth_permission VALUES (690, 'Can view value added tax of a delivery', 173, 'view_deliveryvat');
INSERT INTO public.auth_permission VALUES (691, 'Can add request for an invoice', 174, 'add_invoicerequest');
INSERT INTO public.auth_permission VALUES (692, 'Can change request for an invoice', 174, 'change_invoicerequest');
INSERT INTO public.auth_permission VALUES (693, 'Can delete request for an invoice', 174, 'delete_invoicerequest');
INSERT INTO public.auth_permission VALUES (694, 'Can view request for an invoice', 174, 'view_invoicerequest');
INSERT INTO public.auth_permission VALUES (695, 'Can add value added tax of an order line', 175, 'add_linevat');
INSERT INTO public.auth_permission VALUES (696, 'Can change value added tax of an order line', 175, 'change_linevat');
INSERT INTO public.auth_permission VALUES (697, 'Can delete value added tax of an order line', 175, 'delete_linevat');
INSERT INTO public.auth_permission VALUES (698, 'Can view value added tax of an order line', 175, 'view_linevat');
INSERT INTO public.auth_permission VALUES (699, 'Can add value added tax of an offer', 176, 'add_offervat');
INSERT INTO public.auth_permission VALUES (700, 'Can change value added tax of an offer', 176, 'change_offervat');
INSERT INTO public.auth_permission VALUES (701, 'Can delete value added tax of an offer', 176, 'delete_offervat');
INSERT INTO public.auth_permission VALUES (702, 'Can view value added tax of an offer', 176, 'view_offervat');
INSERT INTO public.auth_permission VALUES (703, 'Can add taxes of a seller', 177, 'add_sellertax');
INSERT INTO public.auth_permission VALUES (704, 'Can change taxes of a seller', 177, 'change_sellertax');
INSERT INTO public.auth_permission VALUES (705, 'Can delete taxes of a seller', 177, 'delete_sellertax');
INSERT INTO public.auth_permission VALUES (706, 'Can view taxes of a seller', 177, 'view_sellertax');
INSERT INTO public.auth_permission VALUES (707, 'Can add Order and Item Charge', 178, 'add_orderanditemcharges');
INSERT INTO public.auth_permission VALUES (708, 'Can change Order and Item Charge', 178, 'change_orderanditemcharges');
INSERT INTO public.auth_permission VALUES (709, 'Can delete Order and Item Charge', 178, 'delete_orderanditemcharges');
INSERT INTO public.auth_permission VALUES (710, 'Can view Order and Item Charge', 178, 'view_orderanditemcharges');
INSERT INTO public.auth_permission VALUES (711, 'Can add Weight-based Shipping Method', 179, 'add_weightbased');
INSERT INTO public.auth_permission VALUES (712, 'Can change Weight-based Shipping Method', 179, 'change_weightbased');
INSERT INTO public.auth_permission VALUES (713, 'Can delete Weight-based Shipping Method', 179, 'delete_weightbased');
INSERT INTO public.auth_permission VALUES (714, 'Can view Weight-based Shipping Method', 179, 'view_weightbased');
INSERT INTO public.auth_permission VALUES (715, 'Can add Weight Band', 180, 'add_weightband');
INSERT INTO public.auth_permission VALUES (716, 'Can change Weight Band', 180, 'change_weightband');
INSERT INTO public.auth_permission VALUES (717, 'Can delete Weight Band', 180, 'delete_weightband');
INSERT INTO public.auth_permission VALUES (718, 'Can view Weight Band', 180, 'view_weightband');
INSERT INTO public.auth_permission VALUES (719, 'Can add delivery zone', 181, 'add_deliveryzone');
INSERT INTO public.auth_permission VALUES (720, 'Can change delivery zone', 181, 'change_deliveryzone');
INSERT INTO public.auth_permission VALUES (721, 'Can delete delivery zone', 181, 'delete_deliveryzone');
INSERT INTO public.auth_permission VALUES (722, 'Can view delivery zone', 181, 'view_deliveryzone');
INSERT INTO public.auth_permission VALUES (723, 'Can add delivery zone event', 182, 'add_deliveryzoneevent');
INSERT INTO public.auth_permission VALUES (724, 'Can change delivery zone event', 182, 'change_deliveryzoneevent');
INSERT INTO public.auth_permission VALUES (725, 'Can delete delivery zone event', 182, 'delete_deliveryzoneevent');
INSERT INTO public.auth_permission VALUES (726, 'Can view delivery zone event', 182, 'view_deliveryzoneevent');
INSERT INTO public.auth_permission VALUES (727, 'Can add weight with packaging', 183, 'add_packedweight');
INSERT INTO public.auth_permission VALUES (728, 'Can change weight with packaging', 183, 'change_packedweight');
INSERT INTO public.auth_permission VALUES (729, 'Can delete weight with packaging', 183, 'delete_packedweight');
INSERT INTO public.auth_permission VALUES (730, 'Can view weight with packaging', 183, 'view_packedweight');
INSERT INTO public.auth_permission VALUES (731, 'Can add place to fetch parcels', 184, 'add_pickupoffer');
INSERT INTO public.auth_permission VALUES (732, 'Can change place to fetch parcels', 184, 'change_pickupoffer');
INSERT INTO public.auth_permission VALUES (733, 'Can delete place to fetch parcels', 184, 'delete_pickupoffer');
INSERT INTO public.auth_permission VALUES (734, 'Can view place to fetch parcels', 184, 'view_pickupoffer');
INSERT INTO public.auth_permission VALUES (735, 'Can add pickup offer event', 185, 'add_pickupofferevent');
INSERT INTO public.auth_permission VALUES (736, 'Can change pickup offer event', 185, 'change_pickupofferevent');
INSERT INTO public.auth_permission VALUES (737, 'Can delete pickup offer event', 185, 'delete_pickupofferevent');
INSERT INTO public.auth_permission VALUES (738, 'Can view pickup offer event', 185, 'view_pickupofferevent');
INSERT INTO public.auth_permission VALUES (739, 'Can add shipment', 186, 'add_shipment');
INSERT INTO public.auth_permission VALUES (740, 'Can change shipment', 186, 'change_shipment');
INSERT INTO public.auth_permission VALUES (741, 'Can delete shipment', 186, 'delete_shipment');
INSERT INTO public.auth_permission VALUES (742, 'Can view shipment', 186, 'view_shipment');
INSERT INTO public.auth_permission VALUES (743, 'Can add news of a shipment', 187, 'add_trackingevent');
INSERT INTO public.auth_permission VALUES (744, 'Can change news of a shipment', 187, 'change_trackingevent');
INSERT INTO public.auth_permission VALUES (745, 'Can delete news of a shipment', 187, 'delete_trackingevent');
INSERT INTO public.auth_permission VALUES (746, 'Can view news of a shipment', 187, 'view_trackingevent');
INSERT INTO public.auth_permission VALUES (747, 'Can add condition of a voucher', 188, 'add_goodscondition');
INSERT INTO public.auth_permission VALUES (748, 'Can change condition of a voucher', 188, 'change_goodscondition');
INSERT INTO public.auth_permission VALUES (749, 'Can delete condition of a voucher', 188, 'delete_goodscondition');
INSERT INTO public.auth_permission VALUES (750, 'Can view condition of a voucher', 188, 'view_goodscondition');
INSERT INTO public.auth_permission VALUES (751, 'Can add benefit of a voucher', 189, 'add_termsbenefit');
INSERT INTO public.auth_permission VALUES (752, 'Can change benefit of a voucher', 189, 'change_termsbenefit');
INSERT INTO public.auth_permission VALUES (753, 'Can delete benefit of a voucher', 189, 'delete_termsbenefit');
INSERT INTO public.auth_permission VALUES (754, 'Can view benefit of a voucher', 189, 'view_termsbenefit');
INSERT INTO public.auth_permission VALUES (755, 'Can add terms of a voucher', 190, 'add_terms');
INSERT INTO public.auth_permission VALUES (756, 'Can change terms of a voucher', 190, 'change_terms');
INSERT INTO public.auth_permission VALUES (757, 'Can delete terms of a voucher', 190, 'delete_terms');
INSERT INTO public.auth_permission VALUES (758, 'Can view terms of a voucher', 190, 'view_terms');
INSERT INTO public.auth_permission VALUES (759, 'Can add terms event', 191, 'add_termsevent');
INSERT INTO public.auth_permission VALUES (760, 'Can change terms event', 191, 'change_termsevent');
INSERT INTO public.auth_permission VALUES (761, 'Can delete terms event', 191, 'delete_termsevent');
INSERT INTO public.auth_permission VALUES (762, 'Can view terms event', 191, 'view_termsevent');
INSERT INTO public.auth_permission VALUES (763, 'Can add share of a discount', 192, 'add_share');
INSERT INTO public.auth_permission VALUES (764, 'Can change share of a discount', 192, 'change_share');
INSERT INTO public.auth_permission VALUES (765, 'Can delete share of a discount', 192, 'delete_share');
INSERT INTO public.auth_permission VALUES (766, 'Can view share of a discount', 192, 'view_share');
INSERT INTO public.auth_permission VALUES (767, 'Can add log entry', 193, 'add_logentry');
INSERT INTO public.auth_permission VALUES (768, 'Can change log entry', 193, 'change_logentry');
INSERT INTO public.auth_permission VALUES (769, 'Can delete log entry', 193, 'delete_logentry');
INSERT INTO public.auth_permission VALUES (770, 'Can view log entry', 193, 'view_logentry');
INSERT INTO public.auth_permission VALUES (771, 'Can add permission', 194, 'add_permission');
INSERT INTO public.auth_permission VALUES (772, 'Can change permission', 194, 'change_permission');
INSERT INTO public.auth_permission VALUES (773, 'Can delete permission', 194, 'delete_permission');
INSERT INTO public.auth_permission VALUES (774, 'Can view permission', 194, 'view_permission');
INSERT INTO public.auth_permission VALUES (775, 'Can add group', 195, 'add_group');
INSERT INTO public.auth_permission VALUES (776, 'Can change group', 195, 'change_group');
INSERT INTO public.auth_permission VALUES (777, 'Can delete group', 195, 'delete_group');
INSERT INTO public.auth_permission VALUES (778, 'Can view group', 195, 'view_group');
INSERT INTO public.auth_permission VALUES (779, 'Can add content type', 196, 'add_contenttype');
INSERT INTO public.auth_permission VALUES (780, 'Can change content type', 196, 'change_contenttype');
INSERT INTO public.auth_permission VALUES (781, 'Can delete content type', 196, 'delete_contenttype');
INSERT INTO public.auth_permission VALUES (782, 'Can view content type', 196, 'view_contenttype');
INSERT INTO public.auth_permission VALUES (783, 'Can add session', 197, 'add_session');
INSERT INTO public.auth_permission VALUES (784, 'Can change session', 197, 'change_session');
INSERT INTO public.auth_permission VALUES (785, 'Can delete session', 197, 'delete_session');
INSERT INTO public.auth_permission VALUES (786, 'Can view session', 197, 'view_session');
INSERT INTO public.auth_permission VALUES (787, 'Can add site', 198, 'add_site');
INSERT INTO public.auth_permission VALUES (788, 'Can change site', 198, 'change_site');
INSERT INTO public.auth_permission VALUES (789, 'Can delete site', 198, 'delete_site');
INSERT INTO public.auth_permission VALUES (790, 'Can view site', 198, 'view_site');
INSERT INTO public.auth_permission VALUES (791, 'Can add flat page', 199, 'add_flatpage');
INSERT INTO public.auth_permission VALUES (792, 'Can change flat page', 199, 'change_flatpage');
INSERT INTO public.auth_permission VALUES (793, 'Can delete flat page', 199, 'delete_flatpage');
INSERT INTO public.auth_permission VALUES (794, 'Can view flat page', 199, 'view_flatpage');
INSERT INTO public.auth_permission VALUES (795, 'Can add Product record', 200, 'add_productrecord');
INSERT INTO public.auth_permission VALUES (796, 'Can change Product record', 200, 'change_productrecord');
INSERT INTO public.auth_permission VALUES (797, 'Can delete Product record', 200, 'delete_productrecord');
INSERT INTO public.auth_permission VALUES (798, 'Can view Product record', 200, 'view_productrecord');
INSERT INTO public.auth_permission VALUES (799, 'Can add User product view', 201, 'add_userproductview');
INSERT INTO public.auth_permission VALUES (800, 'Can change User product view', 201, 'change_userproductview');
INSERT INTO public.auth_permission VALUES (801, 'Can delete User product view', 201, 'delete_userproductview');
INSERT INTO public.auth_permission VALUES (802, 'Can view User product view', 201, 'view_userproductview');
INSERT INTO public.auth_permission VALUES (803, 'Can add User record', 202, 'add_userrecord');
INSERT INTO public.auth_permission VALUES (804, 'Can change User record', 202, 'change_userrecord');
INSERT INTO public.auth_permission VALUES (805, 'Can delete User record', 202, 'delete_userrecord');
INSERT INTO public.auth_permission VALUES (806, 'Can view User record', 202, 'view_userrecord');
INSERT INTO public.auth_permission VALUES (807, 'Can add User search query', 203, 'add_usersearch');
INSERT INTO public.auth_permission VALUES (808, 'Can change User search query', 203, 'change_usersearch');
INSERT INTO public.auth_permission VALUES (809, 'Can delete User search query', 203, 'delete_usersearch');
INSERT INTO public.auth_permission VALUES (810, 'Can view User search query', 203, 'view_usersearch');
INSERT INTO public.auth_permission VALUES (811, 'Can add Country', 204, 'add_country');
INSERT INTO public.auth_permission VALUES (812, 'Can change Country', 204, 'change_country');
INSERT INTO public.auth_permission VALUES (813, 'Can delete Country', 204, 'delete_country');
INSERT INTO public.auth_permission VALUES (814, 'Can view Country', 204, 'view_country');
INSERT INTO public.auth_permission VALUES (815, 'Can add User address', 205, 'add_useraddress');
INSERT INTO public.auth_permission VALUES (816, 'Can change User address', 205, 'change_useraddress');
INSERT INTO public.auth_permission VALUES (817, 'Can delete User address', 205, 'delete_useraddress');
INSERT INTO public.auth_permission VALUES (818, 'Can view User address', 205, 'view_useraddress');
INSERT INTO public.auth_permission VALUES (819, 'Can add Product review', 206, 'add_productreview');
INSERT INTO public.auth_permission VALUES (820, 'Can change Product review', 206, 'change_productreview');
INSERT INTO public.auth_permission VALUES (821, 'Can delete Product review', 206, 'delete_productreview');
INSERT INTO public.auth_permission VALUES (822, 'Can view Product review', 206, 'view_productreview');
INSERT INTO public.auth_permission VALUES (823, 'Can add Vote', 207, 'add_vote');
INSERT INTO public.auth_permission VALUES (824, 'Can change Vote', 207, 'change_vote');
INSERT INTO public.auth_permission VALUES (825, 'Can delete Vote', 207, 'delete_vote');
INSERT INTO public.auth_permission VALUES (826, 'Can view Vote', 207, 'view_vote');
INSERT INTO public.auth_permission VALUES (827, 'Can add Communication event type', 208, 'add_communicationeventtype');
INSERT INTO public.auth_permission VALUES (828, 'Can change Communication event type', 208, 'change_communicationeventtype');
INSERT INTO public.auth_permission VALUES (829, 'Can delete Communication event type', 208, 'delete_communicationeventtype');
INSERT INTO public.auth_permission VALUES (830, 'Can view Communication event type', 208, 'view_communicationeventtype');
INSERT INTO public.auth_permission VALUES (831, 'Can add Email', 209, 'add_email');
INSERT INTO public.auth_permission VALUES (832, 'Can change Email', 209, 'change_email');
INSERT INTO public.auth_permission VALUES (833, 'Can delete Email', 209, 'delete_email');
INSERT INTO public.auth_permission VALUES (834, 'Can view Email', 209, 'view_email');
INSERT INTO public.auth_permission VALUES (835, 'Can add Notification', 210, 'add_notification');
INSERT INTO public.auth_permission VALUES (836, 'Can change Notification', 210, 'change_notification');
INSERT INTO public.auth_permission VALUES (837, 'Can delete Notification', 210, 'delete_notification');
INSERT INTO public.auth_permission VALUES (838, 'Can view Notification', 210, 'view_notification');
INSERT INTO public.auth_permission VALUES (839, 'Can add Bankcard', 211, 'add_bankcard');
INSERT INTO public.auth_permission VALUES (840, 'Can change Bankcard', 211, 'change_bankcard');
INSERT INTO public.auth_permission VALUES (841, 'Can delete Bankcard', 211, 'delete_bankcard');
INSERT INTO public.auth_permission VALUES (842, 'Can view Bankcard', 211, 'view_bankcard');
INSERT INTO public.auth_permission VALUES (843, 'Can add Source', 212, 'add_source');
INSERT INTO public.auth_permission VALUES (844, 'Can change Source', 212, 'change_source');
INSERT INTO public.auth_permission VALUES (845, 'Can delete Source', 212, 'delete_source');
INSERT INTO public.auth_permission VALUES (846, 'Can view Source', 212, 'view_source');
INSERT INTO public.auth_permission VALUES (847, 'Can add Source Type', 213, 'add_sourcetype');
INSERT INTO public.auth_permission VALUES (848, 'Can change Source Type', 213, 'change_sourcetype');
INSERT INTO public.auth_permission VALUES (849, 'Can delete Source Type', 213, 'delete_sourcetype');
INSERT INTO public.auth_permission VALUES (850, 'Can view Source Type', 213, 'view_sourcetype');
INSERT INTO public.auth_permission VALUES (851, 'Can add Transaction', 214, 'add_transaction');
INSERT INTO public.auth_permission VALUES (852, 'Can change Transaction', 214, 'change_transaction');
INSERT INTO public.auth_permission VALUES (853, 'Can delete Transaction', 214, 'delete_transaction');
INSERT INTO public.auth_permission VALUES (854, 'Can view Transaction', 214, 'view_transaction');
INSERT INTO public.auth_permission VALUES (855, 'Can add Benefit', 215, 'add_benefit');
INSERT INTO public.auth_permission VALUES (856, 'Can change Benefit', 215, 'change_benefit');
INSERT INTO public.auth_permission VALUES (857, 'Can delete Benefit', 215, 'delete_benefit');
INSERT INTO public.auth_permission VALUES (858, 'Can view Benefit', 215, 'view_benefit');
INSERT INTO public.auth_permission VALUES (859, 'Can add Condition', 216, 'add_condition');
INSERT INTO public.auth_permission VALUES (860, 'Can change Condition', 216, 'change_condition');
INSERT INTO public.auth_permission VALUES (861, 'Can delete Condition', 216, 'delete_condition');
INSERT INTO public.auth_permission VALUES (862, 'Can view Condition', 216, 'view_condition');
INSERT INTO public.auth_permission VALUES (863, 'Can add Conditional offer', 217, 'add_conditionaloffer');
INSERT INTO public.auth_permission VALUES (864, 'Can change Conditional offer', 217, 'change_conditionaloffer');
INSERT INTO public.auth_permission VALUES (865, 'Can delete Conditional offer', 217, 'delete_conditionaloffer');
INSERT INTO public.auth_permission VALUES (866, 'Can view Conditional offer', 217, 'view_conditionaloffer');
INSERT INTO public.auth_permission VALUES (867, 'Can add Range', 218, 'add_range');
INSERT INTO public.auth_permission VALUES (868, 'Can change Range', 218, 'change_range');
INSERT INTO public.auth_permission VALUES (869, 'Can delete Range', 218, 'delete_range');
INSERT INTO public.auth_permission VALUES (870, 'Can view Range', 218, 'view_range');
INSERT INTO public.auth_permission VALUES (871, 'Can add range product', 219, 'add_rangeproduct');
INSERT INTO public.auth_permission VALUES (872, 'Can change range product', 219, 'change_rangeproduct');
INSERT INTO public.auth_permission VALUES (873, 'Can delete range product', 219, 'delete_rangeproduct');
INSERT INTO public.auth_permission VALUES (874, 'Can view range product', 219, 'view_rangeproduct');
INSERT INTO public.auth_permission VALUES (875, 'Can add Range Product Uploaded File', 220, 'add_rangeproductfileupload');
INSERT INTO public.auth_permission VALUES (876, 'Can change Range Product Uploaded File', 220, 'change_rangeproductfileupload');
INSERT INTO public.auth_permission VALUES (877, 'Can delete Range Product Uploaded File', 220, 'delete_rangeproductfileupload');
INSERT INTO public.auth_permission VALUES (878, 'Can view Range Product Uploaded File', 220, 'view_rangeproductfileupload');
INSERT INTO public.auth_permission VALUES (879, 'Can add Absolute discount benefit', 221, 'add_absolutediscountbenefit');
INSERT INTO public.auth_permission VALUES (880, 'Can change Absolute discount benefit', 221, 'change_absolutediscountbenefit');
INSERT INTO public.auth_permission VALUES (881, 'Can delete Absolute discount benefit', 221, 'delete_absolutediscountbenefit');
INSERT INTO public.auth_permission VALUES (882, 'Can view Absolute discount benefit', 221, 'view_absolutediscountbenefit');
INSERT INTO public.auth_permission VALUES (883, 'Can add Count condition', 222, 'add_countcondition');
INSERT INTO public.auth_permission VALUES (884, 'Can change Count condition', 222, 'change_countcondition');
INSERT INTO public.auth_permission VALUES (885, 'Can delete Count condition', 222, 'delete_countcondition');
INSERT INTO public.auth_permission VALUES (886, 'Can view Count condition', 222, 'view_countcondition');
INSERT INTO public.auth_permission VALUES (887, 'Can add Coverage Condition', 223, 'add_coveragecondition');
INSERT INTO public.auth_permission VALUES (888, 'Can change Coverage Condition', 223, 'change_coveragecondition');
INSERT INTO public.auth_permission VALUES (889, 'Can delete Coverage Condition', 223, 'delete_coveragecondition');
INSERT INTO public.auth_permission VALUES (890, 'Can view Coverage Condition', 223, 'view_coveragecondition');
INSERT INTO public.auth_permission VALUES (891, 'Can add Fixed price benefit', 224, 'add_fixedpricebenefit');
INSERT INTO public.auth_permission VALUES (892, 'Can change Fixed price benefit', 224, 'change_fixedpricebenefit');
INSERT INTO public.auth_permission VALUES (893, 'Can delete Fixed price benefit', 224, 'delete_fixedpricebenefit');
INSERT INTO public.auth_permission VALUES (894, 'Can view Fixed price benefit', 224, 'view_fixedpricebenefit');
INSERT INTO public.auth_permission VALUES (895, 'Can add Multibuy discount benefit', 225, 'add_multibuydiscountbenefit');
INSERT INTO public.auth_permission VALUES (896, 'Can change Multibuy discount benefit', 225, 'change_multibuydiscountbenefit');
INSERT INTO public.auth_permission VALUES (897, 'Can delete Multibuy discount benefit', 225, 'delete_multibuydiscountbenefit');
INSERT INTO public.auth_permission VALUES (898, 'Can view Multibuy discount benefit', 225, 'view_multibuydiscountbenefit');
INSERT INTO public.auth_permission VALUES (899, 'Can add Percentage discount benefit', 226, 'add_percentagediscountbenefit');
INSERT INTO public.auth_permission VALUES (900, 'Can change Percentage discount benefit', 226, 'change_percentagediscountbenefit');
INSERT INTO public.auth_permission VALUES (901, 'Can delete Percentage discount benefit', 226, 'delete_percentagediscountbenefit');
INSERT INTO public.auth_permission VALUES (902, 'Can view Percentage discount benefit', 226, 'view_percentagediscountbenefit');
INSERT INTO public.auth_permission VALUES (903, 'Can add shipping benefit', 227, 'add_shippingbenefit');
INSERT INTO public.auth_permission VALUES (904, 'Can change shipping benefit', 227, 'change_shippingbenefit');
INSERT INTO public.auth_permission VALUES (905, 'Can delete shipping benefit', 227, 'delete_shippingbenefit');
INSERT INTO public.auth_permission VALUES (906, 'Can view shipping benefit', 227, 'view_shippingbenefit');
INSERT INTO public.auth_permission VALUES (907, 'Can add Shipping absolute discount benefit', 228, 'add_shippingabsolutediscountbenefit');
INSERT INTO public.auth_permission VALUES (908, 'Can change Shipping absolute discount benefit', 228, 'change_shippingabsolutediscountbenefit');
INSERT INTO public.auth_permission VALUES (909, 'Can delete Shipping absolute discount benefit', 228, 'delete_shippingabsolutediscountbenefit');
INSERT INTO public.auth_permission VALUES (910, 'Can view Shipping absolute discount benefit', 228, 'view_shippingabsolutediscountbenefit');
INSERT INTO public.auth_permission VALUES (911, 'Can add Fixed price shipping benefit', 229, 'add_shippingfixedpricebenefit');
INSERT INTO public.auth_permission VALUES (912, 'Can change Fixed price shipping benefit', 229, 'change_shippingfixedpricebenefit');
INSERT INTO public.auth_permission VALUES (913, 'Can delete Fixed price shipping benefit', 229, 'delete_shippingfixedpricebenefit');
INSERT INTO public.auth_permission VALUES (914, 'Can view Fixed price shipping benefit', 229, 'view_shippingfixedpricebenefit');
INSERT INTO public.auth_permission VALUES (915, 'Can add Shipping percentage discount benefit', 230, 'add_shippingpercentagediscountbenefit');
INSERT INTO public.auth_permission VALUES (916, 'Can change Shipping percentage discount benefit', 230, 'change_shippingpercentagediscountbenefit');
INSERT INTO public.auth_permission VALUES (917, 'Can delete Shipping percentage discount benefit', 230, 'delete_shippingpercentagediscountbenefit');
INSERT INTO public.auth_permission VALUES (918, 'Can view Shipping percentage discount benefit', 230, 'view_shippingpercentagediscountbenefit');
INSERT INTO public.auth_permission VALUES (919, 'Can add Value condition', 231, 'add_valuecondition');
INSERT INTO public.auth_permission VALUES (920, 'Can change Value condition', 231, 'change_valuecondition');
INSERT INTO public.auth_permission VALUES (921, 'Can delete Value condition', 231, 'delete_valuecondition');
INSERT INTO public.auth_permission VALUES (922, 'Can view Value condition', 231, 'view_valuecondition');
INSERT INTO public.auth_permission VALUES (923, 'Can add Fixed unit discount benefit', 232, 'add_fixedunitdiscountbenefit');
INSERT INTO public.auth_permission VALUES (924, 'Can change Fixed unit discount benefit', 232, 'change_fixedunitdiscountbenefit');
INSERT INTO public.auth_permission VALUES (925, 'Can delete Fixed unit discount benefit', 232, 'delete_fixedunitdiscountbenefit');
INSERT INTO public.auth_permission VALUES (926, 'Can view Fixed unit discount benefit', 232, 'view_fixedunitdiscountbenefit');
INSERT INTO public.auth_permission VALUES (927, 'Can add Product alert', 233, 'add_productalert');
INSERT INTO public.auth_permission VALUES (928, 'Can change Product alert', 233, 'change_productalert');
INSERT INTO public.auth_permission VALUES (929, 'Can delete Product alert', 233, 'delete_productalert');
INSERT INTO public.auth_permission VALUES (930, 'Can view Product alert', 233, 'view_productalert');
INSERT INTO public.auth_permission VALUES (931, 'Can add Voucher', 234, 'add_voucher');
INSERT INTO public.auth_permission VALUES (932, 'Can change Voucher', 234, 'change_voucher');
INSERT INTO public.auth_permission VALUES (933, 'Can delete Voucher', 234, 'delete_voucher');
INSERT INTO public.auth_permission VALUES (934, 'Can view Voucher', 234, 'view_voucher');
INSERT INTO public.auth_permission VALUES (935, 'Can add Voucher Application', 235, 'add_voucherapplication');
INSERT INTO public.auth_permission VALUES (936, 'Can change Voucher Application', 235, 'change_voucherapplication');
INSERT INTO public.auth_permission VALUES (937, 'Can delete Voucher Application', 235, 'delete_voucherapplication');
INSERT INTO public.auth_permission VALUES (938, 'Can view Voucher Application', 235, 'view_voucherapplication');
INSERT INTO public.auth_permission VALUES (939, 'Can add VoucherSet', 236, 'add_voucherset');
INSERT INTO public.auth_permission VALUES (940, 'Can change VoucherSet', 236, 'change_voucherset');
INSERT INTO public.auth_permission VALUES (941, 'Can delete VoucherSet', 236, 'delete_voucherset');
INSERT INTO public.auth_permission VALUES (942, 'Can view VoucherSet', 236, 'view_voucherset');
INSERT INTO public.auth_permission VALUES (943, 'Can add Wish list line', 237, 'add_line');
INSERT INTO public.auth_permission VALUES (944, 'Can change Wish list line', 237, 'change_line');
INSERT INTO public.auth_permission VALUES (945, 'Can delete Wish list line', 237, 'delete_line');
INSERT INTO public.auth_permission VALUES (946, 'Can view Wish list line', 237, 'view_line');
INSERT INTO public.auth_permission VALUES (947, 'Can add Wish List', 238, 'add_wishlist');
INSERT INTO public.auth_permission VALUES (948, 'Can change Wish List', 238, 'change_wishlist');
INSERT INTO public.auth_permission VALUES (949, 'Can delete Wish List', 238, 'delete_wishlist');
INSERT INTO public.auth_permission VALUES (950, 'Can view Wish List', 238, 'view_wishlist');
INSERT INTO public.auth_permission VALUES (951, 'Can add Wish list shared email', 239, 'add_wishlistsharedemail');
INSERT INTO public.auth_permission VALUES (952, 'Can change Wish list shared email', 239, 'change_wishlistsharedemail');
INSERT INTO public.auth_permission VALUES (953, 'Can delete Wish list shared email', 239, 'delete_wishlistsharedemail');
INSERT INTO public.auth_permission VALUES (954, 'Can view Wish list shared email', 239, 'view_wishlistsharedemail');
INSERT INTO public.auth_permission VALUES (955, 'Can add form submission', 240, 'add_formsubmission');
INSERT INTO public.auth_permission VALUES (956, 'Can change form submission', 240, 'change_formsubmission');
INSERT INTO public.auth_permission VALUES (957, 'Can delete form submission', 240, 'delete_formsubmission');
INSERT INTO public.auth_permission VALUES (958, 'Can view form submission', 240, 'view_formsubmission');
INSERT INTO public.auth_permission VALUES (959, 'Can add redirect', 241, 'add_redirect');
INSERT INTO public.auth_permission VALUES (960, 'Can change redirect', 241, 'change_redirect');
INSERT INTO public.auth_permission VALUES (961, 'Can delete redirect', 241, 'delete_redirect');
INSERT INTO public.auth_permission VALUES (962, 'Can view redirect', 241, 'view_redirect');
INSERT INTO public.auth_permission VALUES (963, 'Can add embed', 242, 'add_embed');
INSERT INTO public.auth_permission VALUES (964, 'Can change embed', 242, 'change_embed');
INSERT INTO public.auth_permission VALUES (965, 'Can delete embed', 242, 'delete_embed');
INSERT INTO public.auth_permission VALUES (966, 'Can view embed', 242, 'view_embed');
INSERT INTO public.auth_permission VALUES (967, 'Can add user profile', 243, 'add_userprofile');
INSERT INTO public.auth_permission VALUES (968, 'Can change user profile', 243, 'change_userprofile');
INSERT INTO public.auth_permission VALUES (969, 'Can delete user profile', 243, 'delete_userprofile');
INSERT INTO public.auth_permission VALUES (970, 'Can view user profile', 243, 'view_userprofile');
INSERT INTO public.auth_permission VALUES (971, 'Can view document', 28, 'view_document');
INSERT INTO public.auth_permission VALUES (972, 'Can view image', 29, 'view_image');
INSERT INTO public.auth_permission VALUES (973, 'Can add rendition', 244, 'add_rendition');
INSERT INTO public.auth_permission VALUES (974, 'Can change rendition', 244, 'change_rendition');
INSERT INTO public.auth_permission VALUES (975, 'Can delete rendition', 244, 'delete_rendition');
INSERT INTO public.auth_permission VALUES (976, 'Can view rendition', 244, 'view_rendition');
INSERT INTO public.auth_permission VALUES (977, 'Can add index entry', 245, 'add_indexentry');
INSERT INTO public.auth_permission VALUES (978, 'Can change index entry', 245, 'change_indexentry');
INSERT INTO public.auth_permission VALUES (979, 'Can delete index entry', 245, 'delete_indexentry');
INSERT INTO public.auth_permission VALUES (980, 'Can view index entry', 245, 'view_indexentry');
INSERT INTO public.auth_permission VALUES (981, 'Can add editing session', 246, 'add_editingsession');
INSERT INTO public.auth_permission VALUES (982, 'Can change editing session', 246, 'change_editingsession');
INSERT INTO public.auth_permission VALUES (983, 'Can delete editing session', 246, 'delete_editingsession');
INSERT INTO public.auth_permission VALUES (984, 'Can view editing session', 246, 'view_editingsession');
INSERT INTO public.auth_permission VALUES (985, 'Can add form state', 247, 'add_formstate');
INSERT INTO public.auth_permission VALUES (986, 'Can change form state', 247, 'change_formstate');
INSERT INTO public.auth_permission VALUES (987, 'Can delete form state', 247, 'delete_formstate');
INSERT INTO public.auth_permission VALUES (988, 'Can view form state', 247, 'view_formstate');
INSERT INTO public.auth_permission VALUES (989, 'Can add tag', 248, 'add_tag');
INSERT INTO public.auth_permission VALUES (990, 'Can change tag', 248, 'change_tag');
INSERT INTO public.auth_permission VALUES (991, 'Can delete tag', 248, 'delete_tag');
INSERT INTO public.auth_permission VALUES (992, 'Can view tag', 248, 'view_tag');
INSERT INTO public.auth_permission VALUES (993, 'Can add tagged item', 249, 'add_taggeditem');
INSERT INTO public.auth_permission VALUES (994, 'Can change tagged item', 249, 'change_taggeditem');
INSERT INTO public.auth_permission VALUES (995, 'Can delete tagged item', 249, 'delete_taggeditem');
INSERT INTO public.auth_permission VALUES (996, 'Can view tagged item', 249, 'view_taggeditem');
INSERT INTO public.auth_permission VALUES (997, 'Can add email address', 250, 'add_emailaddress');
INSERT INTO public.auth_permission VALUES (998, 'Can change email address', 250, 'change_emailaddress');
INSERT INTO public.auth_permission VALUES (999, 'Can delete email address', 250, 'delete_emailaddress');
INSERT INTO public.auth_permission VALUES (1000, 'Can view email address', 250, 'view_emailaddress');
INSERT INTO public.auth_permission VALUES (1001, 'Can add email confirmation', 251, 'add_emailconfirmation');
INSERT INTO public.auth_permission VALUES (1002, 'Can change email confirmation', 251, 'change_emailconfirmation');
INSERT INTO public.auth_permission VALUES (1003, 'Can delete email confirmation', 251, 'delete_emailconfirmation');
INSERT INTO public.auth_permission VALUES (1004, 'Can view email confirmation', 251, 'view_emailconfirmation');
INSERT INTO public.auth_permission VALUES (1005, 'Can add authenticator', 252, 'add_authenticator');
INSERT INTO public.auth_permission VALUES (1006, 'Can change authenticator', 252, 'change_authenticator');
INSERT INTO public.auth_permission VALUES (1007, 'Can delete authenticator', 252, 'delete_authenticator');
INSERT INTO public.auth_permission VALUES (1008, 'Can view authenticator', 252, 'view_authenticator');
INSERT INTO public.auth_permission VALUES (1009, 'Can add context', 253, 'add_context');
INSERT INTO public.auth_permission VALUES (1010, 'Can change context', 253, 'change_context');
INSERT INTO public.auth_permission VALUES (1011, 'Can delete context', 253, 'delete_context');
INSERT INTO public.auth_permission VALUES (1012, 'Can view context', 253, 'view_context');
INSERT INTO public.auth_permission VALUES (1013, 'Can add events', 254, 'add_events');
INSERT INTO public.auth_permission VALUES (1014, 'Can change events', 254, 'change_events');
INSERT INTO public.auth_permission VALUES (1015, 'Can delete events', 254, 'delete_events');
INSERT INTO public.auth_permission VALUES (1016, 'Can view events', 254, 'view_events');
INSERT INTO public.auth_permission VALUES (1017, 'Can add middleware events', 255, 'add_middlewareevents');
INSERT INTO public.auth_permission VALUES (1018, 'Can change middleware events', 255, 'change_middlewareevents');
INSERT INTO public.auth_permission VALUES (1019, 'Can delete middleware events', 255, 'delete_middlewareevents');
INSERT INTO public.auth_permission VALUES (1020, 'Can view middleware events', 255, 'view_middlewareevents');
INSERT INTO public.auth_permission VALUES (1021, 'Can add Task Result', 256, 'add_dbtaskresult');
INSERT INTO public.auth_permission VALUES (1022, 'Can change Task Result', 256, 'change_dbtaskresult');
INSERT INTO public.auth_permission VALUES (1023, 'Can delete Task Result', 256, 'delete_dbtaskresult');
INSERT INTO public.auth_permission VALUES (1024, 'Can view Task Result', 256, 'view_dbtaskresult');
INSERT INTO public.django_content_type VALUES (1, 'wagtailcore', 'page');
INSERT INTO public.django_content_type VALUES (2, 'wagtailcore', 'groupapprovaltask');
INSERT INTO public.django_content_type VALUES (3, 'wagtailcore', 'locale');
INSERT INTO public.django_content_type VALUES (4, 'wagtailcore', 'site');
INSERT INTO public.django_content_type VALUES (5, 'wagtailcore', 'groupsitepermission');
INSERT INTO public.django_content_type VALUES (6, 'wagtailcore', 'apitoken');
INSERT INTO public.django_content_type VALUES (7, 'wagtailcore', 'modellogentry');
INSERT INTO public.django_content_type VALUES (8, 'wagtailcore', 'revision');
INSERT INTO public.django_content_type VALUES (9, 'wagtailcore', 'collectionviewrestriction');
INSERT INTO public.django_content_type VALUES (10, 'wagtailcore', 'collection');
INSERT INTO public.django_content_type VALUES (11, 'wagtailcore', 'groupcollectionpermission');
INSERT INTO public.django_content_type VALUES (12, 'wagtailcore', 'uploadedfile');
INSERT INTO public.django_content_type VALUES (13, 'wagtailcore', 'workflowcontenttype');
INSERT INTO public.django_content_type VALUES (14, 'wagtailcore', 'workflowstate');
INSERT INTO public.django_content_type VALUES (15, 'wagtailcore', 'workflow');
INSERT INTO public.django_content_type VALUES (16, 'wagtailcore', 'workflowtask');
INSERT INTO public.django_content_type VALUES (17, 'wagtailcore', 'task');
INSERT INTO public.django_content_type VALUES (18, 'wagtailcore', 'taskstate');
INSERT INTO public.django_content_type VALUES (19, 'wagtailcore', 'grouppagepermission');
INSERT INTO public.django_content_type VALUES (20, 'wagtailcore', 'pageviewrestriction');
INSERT INTO public.django_content_type VALUES (21, 'wagtailcore', 'workflowpage');
INSERT INTO public.django_content_type VALUES (22, 'wagtailcore', 'pagelogentry');
INSERT INTO public.django_content_type VALUES (23, 'wagtailcore', 'comment');
INSERT INTO public.django_content_type VALUES (24, 'wagtailcore', 'commentreply');
INSERT INTO public.django_content_type VALUES (25, 'wagtailcore', 'pagesubscription');
INSERT INTO public.django_content_type VALUES (26, 'wagtailcore', 'referenceindex');
INSERT INTO public.django_content_type VALUES (27, 'wagtailadmin', 'admin');
INSERT INTO public.django_content_type VALUES (28, 'wagtaildocs', 'document');
INSERT INTO public.django_content_type VALUES (29, 'wagtailimages', 'image');
INSERT INTO public.django_content_type VALUES (30, 'geography', 'adminunit');
INSERT INTO public.django_content_type VALUES (31, 'geography', 'succession');
INSERT INTO public.django_content_type VALUES (32, 'geography', 'unitspelling');
INSERT INTO public.django_content_type VALUES (33, 'producers', 'producer');
INSERT INTO public.django_content_type VALUES (34, 'producers', 'membership');
INSERT INTO public.django_content_type VALUES (35, 'catalogue', 'category');
INSERT INTO public.django_content_type VALUES (36, 'catalogue', 'attributeoptiongroup');
INSERT INTO public.django_content_type VALUES (37, 'catalogue', 'attributeoption');
INSERT INTO public.django_content_type VALUES (38, 'catalogue', 'option');
INSERT INTO public.django_content_type VALUES (39, 'catalogue', 'productclass');
INSERT INTO public.django_content_type VALUES (40, 'catalogue', 'product');
INSERT INTO public.django_content_type VALUES (41, 'catalogue', 'productphoto');
INSERT INTO public.django_content_type VALUES (42, 'catalogue', 'productcategory');
INSERT INTO public.django_content_type VALUES (43, 'catalogue', 'productrecommendation');
INSERT INTO public.django_content_type VALUES (44, 'catalogue', 'productattribute');
INSERT INTO public.django_content_type VALUES (45, 'catalogue', 'productattributevalue');
INSERT INTO public.django_content_type VALUES (46, 'catalogue', 'productimage');
INSERT INTO public.django_content_type VALUES (47, 'catalogue', 'productcategoryhierarchy');
INSERT INTO public.django_content_type VALUES (48, 'catalogue', 'listingchange');
INSERT INTO public.django_content_type VALUES (49, 'certification', 'certificate');
INSERT INTO public.django_content_type VALUES (50, 'certification', 'certificateevent');
INSERT INTO public.django_content_type VALUES (51, 'certification', 'restoration');
INSERT INTO public.django_content_type VALUES (52, 'certification', 'reportedstep');
INSERT INTO public.django_content_type VALUES (53, 'traceability', 'productgtin');
INSERT INTO public.django_content_type VALUES (54, 'traceability', 'lot');
INSERT INTO public.django_content_type VALUES (55, 'traceability', 'lotevent');
INSERT INTO public.django_content_type VALUES (56, 'traceability', 'signingkey');
INSERT INTO public.django_content_type VALUES (57, 'traceability', 'signingkeyevent');
INSERT INTO public.django_content_type VALUES (58, 'traceability', 'capturekey');
INSERT INTO public.django_content_type VALUES (59, 'traceability', 'capturejob');
INSERT INTO public.django_content_type VALUES (60, 'traceability', 'capturedevent');
INSERT INTO public.django_content_type VALUES (61, 'traceability', 'place');
INSERT INTO public.django_content_type VALUES (62, 'traceability', 'lotinput');
INSERT INTO public.django_content_type VALUES (63, 'traceability', 'lotinputevent');
INSERT INTO public.django_content_type VALUES (64, 'traceability', 'event');
INSERT INTO public.django_content_type VALUES (65, 'traceability', 'portaldelivery');
INSERT INTO public.django_content_type VALUES (66, 'traceability', 'stampbatch');
INSERT INTO public.django_content_type VALUES (67, 'traceability', 'printrun');
INSERT INTO public.django_content_type VALUES (68, 'traceability', 'recall');
INSERT INTO public.django_content_type VALUES (69, 'traceability', 'recallevent');
INSERT INTO public.django_content_type VALUES (70, 'traceability', 'recallend');
INSERT INTO public.django_content_type VALUES (71, 'traceability', 'stampbatchevent');
INSERT INTO public.django_content_type VALUES (72, 'traceability', 'stamp');
INSERT INTO public.django_content_type VALUES (73, 'traceability', 'suspicionreport');
INSERT INTO public.django_content_type VALUES (74, 'traceability', 'scan');
INSERT INTO public.django_content_type VALUES (75, 'traceability', 'scansummary');
INSERT INTO public.django_content_type VALUES (76, 'traceability', 'clonealert');
INSERT INTO public.django_content_type VALUES (77, 'traceability', 'stampevent');
INSERT INTO public.django_content_type VALUES (78, 'cms', 'homepage');
INSERT INTO public.django_content_type VALUES (79, 'cms', 'storyindexpage');
INSERT INTO public.django_content_type VALUES (80, 'cms', 'storypage');
INSERT INTO public.django_content_type VALUES (81, 'cms', 'newsindexpage');
INSERT INTO public.django_content_type VALUES (82, 'cms', 'newspage');
INSERT INTO public.django_content_type VALUES (83, 'cms', 'fairindexpage');
INSERT INTO public.django_content_type VALUES (84, 'cms', 'fairpage');
INSERT INTO public.django_content_type VALUES (85, 'cms', 'infopage');
INSERT INTO public.django_content_type VALUES (86, 'cms', 'fairproduct');
INSERT INTO public.django_content_type VALUES (87, 'search', 'outboxentry');
INSERT INTO public.django_content_type VALUES (88, 'search', 'workerheartbeat');
INSERT INTO public.django_content_type VALUES (89, 'search', 'suggestionchange');
INSERT INTO public.django_content_type VALUES (90, 'search', 'indexreplica');
INSERT INTO public.django_content_type VALUES (91, 'search', 'replicachange');
INSERT INTO public.django_content_type VALUES (92, 'search_usage', 'querycount');
INSERT INTO public.django_content_type VALUES (93, 'search_usage', 'publicquery');
INSERT INTO public.django_content_type VALUES (94, 'media', 'photo');
INSERT INTO public.django_content_type VALUES (95, 'media', 'rendition');
INSERT INTO public.django_content_type VALUES (96, 'media', 'evidence');
INSERT INTO public.django_content_type VALUES (97, 'accounts', 'user');
INSERT INTO public.django_content_type VALUES (98, 'accounts', 'secondfactorreset');
INSERT INTO public.django_content_type VALUES (99, 'mail', 'outgoingmail');
INSERT INTO public.django_content_type VALUES (100, 'mail', 'mailoptout');
INSERT INTO public.django_content_type VALUES (101, 'notifications', 'notification');
INSERT INTO public.django_content_type VALUES (102, 'caching', 'publicchange');
INSERT INTO public.django_content_type VALUES (103, 'idempotency', 'sentform');
INSERT INTO public.django_content_type VALUES (104, 'salespoints', 'salespoint');
INSERT INTO public.django_content_type VALUES (105, 'salespoints', 'salespointmembership');
INSERT INTO public.django_content_type VALUES (106, 'salespoints', 'recallnotice');
INSERT INTO public.django_content_type VALUES (107, 'buyer_reviews', 'purchase');
INSERT INTO public.django_content_type VALUES (108, 'buyer_reviews', 'reply');
INSERT INTO public.django_content_type VALUES (109, 'buyer_reviews', 'removal');
INSERT INTO public.django_content_type VALUES (110, 'complaints', 'complaint');
INSERT INTO public.django_content_type VALUES (111, 'complaints', 'complaintevent');
INSERT INTO public.django_content_type VALUES (112, 'questions', 'question');
INSERT INTO public.django_content_type VALUES (113, 'questions', 'answer');
INSERT INTO public.django_content_type VALUES (114, 'claims', 'claim');
INSERT INTO public.django_content_type VALUES (115, 'claims', 'claimevent');
INSERT INTO public.django_content_type VALUES (116, 'claims', 'claimline');
INSERT INTO public.django_content_type VALUES (117, 'claims', 'claimmessage');
INSERT INTO public.django_content_type VALUES (118, 'claims', 'claimphoto');
INSERT INTO public.django_content_type VALUES (119, 'basket', 'basket');
INSERT INTO public.django_content_type VALUES (120, 'basket', 'line');
INSERT INTO public.django_content_type VALUES (121, 'basket', 'lineattribute');
INSERT INTO public.django_content_type VALUES (122, 'order', 'shippingaddress');
INSERT INTO public.django_content_type VALUES (123, 'order', 'billingaddress');
INSERT INTO public.django_content_type VALUES (124, 'order', 'order');
INSERT INTO public.django_content_type VALUES (125, 'order', 'orderevent');
INSERT INTO public.django_content_type VALUES (126, 'order', 'line');
INSERT INTO public.django_content_type VALUES (127, 'order', 'guestorder');
INSERT INTO public.django_content_type VALUES (128, 'order', 'confirmation');
INSERT INTO public.django_content_type VALUES (129, 'order', 'confirmationevent');
INSERT INTO public.django_content_type VALUES (130, 'order', 'ordernote');
INSERT INTO public.django_content_type VALUES (131, 'order', 'orderstatuschange');
INSERT INTO public.django_content_type VALUES (132, 'order', 'communicationevent');
INSERT INTO public.django_content_type VALUES (133, 'order', 'lineprice');
INSERT INTO public.django_content_type VALUES (134, 'order', 'lineattribute');
INSERT INTO public.django_content_type VALUES (135, 'order', 'shippingeventtype');
INSERT INTO public.django_content_type VALUES (136, 'order', 'shippingevent');
INSERT INTO public.django_content_type VALUES (137, 'order', 'shippingeventquantity');
INSERT INTO public.django_content_type VALUES (138, 'order', 'paymenteventtype');
INSERT INTO public.django_content_type VALUES (139, 'order', 'paymentevent');
INSERT INTO public.django_content_type VALUES (140, 'order', 'paymenteventquantity');
INSERT INTO public.django_content_type VALUES (141, 'order', 'orderdiscount');
INSERT INTO public.django_content_type VALUES (142, 'order', 'orderlinediscount');
INSERT INTO public.django_content_type VALUES (143, 'order', 'surcharge');
INSERT INTO public.django_content_type VALUES (144, 'order', 'cancellation');
INSERT INTO public.django_content_type VALUES (145, 'order', 'parcel');
INSERT INTO public.django_content_type VALUES (146, 'order', 'parcelevent');
INSERT INTO public.django_content_type VALUES (147, 'order', 'sellermails');
INSERT INTO public.django_content_type VALUES (148, 'order', 'parcelmessage');
INSERT INTO public.django_content_type VALUES (149, 'order', 'pickup');
INSERT INTO public.django_content_type VALUES (150, 'partner', 'partner');
INSERT INTO public.django_content_type VALUES (151, 'partner', 'stockrecord');
INSERT INTO public.django_content_type VALUES (152, 'partner', 'stockrecordevent');
INSERT INTO public.django_content_type VALUES (153, 'partner', 'partneraddress');
INSERT INTO public.django_content_type VALUES (154, 'partner', 'stockalert');
INSERT INTO public.django_content_type VALUES (155, 'partner', 'stockhold');
INSERT INTO public.django_content_type VALUES (156, 'partner', 'allocation');
INSERT INTO public.django_content_type VALUES (157, 'partner', 'partnerevent');
INSERT INTO public.django_content_type VALUES (158, 'partner', 'checkouthold');
INSERT INTO public.django_content_type VALUES (159, 'partner', 'offersheet');
INSERT INTO public.django_content_type VALUES (160, 'payments', 'bankaccount');
INSERT INTO public.django_content_type VALUES (161, 'payments', 'bankaccountevent');
INSERT INTO public.django_content_type VALUES (162, 'payments', 'payment');
INSERT INTO public.django_content_type VALUES (163, 'payments', 'receipt');
INSERT INTO public.django_content_type VALUES (164, 'payments', 'assignment');
INSERT INTO public.django_content_type VALUES (165, 'payments', 'receiptevent');
INSERT INTO public.django_content_type VALUES (166, 'payments', 'refund');
INSERT INTO public.django_content_type VALUES (167, 'payments', 'share');
INSERT INTO public.django_content_type VALUES (168, 'payments', 'refundevent');
INSERT INTO public.django_content_type VALUES (169, 'payments', 'sighting');
INSERT INTO public.django_content_type VALUES (170, 'payments', 'statement');
INSERT INTO public.django_content_type VALUES (171, 'payments', 'notice');
INSERT INTO public.django_content_type VALUES (172, 'payments', 'vnpayattempt');
INSERT INTO public.django_content_type VALUES (173, 'tax', 'deliveryvat');
INSERT INTO public.django_content_type VALUES (174, 'tax', 'invoicerequest');
INSERT INTO public.django_content_type VALUES (175, 'tax', 'linevat');
INSERT INTO public.django_content_type VALUES (176, 'tax', 'offervat');
INSERT INTO public.django_content_type VALUES (177, 'tax', 'sellertax');
INSERT INTO public.django_content_type VALUES (178, 'shipping', 'orderanditemcharges');
INSERT INTO public.django_content_type VALUES (179, 'shipping', 'weightbased');
INSERT INTO public.django_content_type VALUES (180, 'shipping', 'weightband');
INSERT INTO public.django_content_type VALUES (181, 'shipping', 'deliveryzone');
INSERT INTO public.django_content_type VALUES (182, 'shipping', 'deliveryzoneevent');
INSERT INTO public.django_content_type VALUES (183, 'shipping', 'packedweight');
INSERT INTO public.django_content_type VALUES (184, 'shipping', 'pickupoffer');
INSERT INTO public.django_content_type VALUES (185, 'shipping', 'pickupofferevent');
INSERT INTO public.django_content_type VALUES (186, 'shipping', 'shipment');
INSERT INTO public.django_content_type VALUES (187, 'shipping', 'trackingevent');
INSERT INTO public.django_content_type VALUES (188, 'vouchers', 'goodscondition');
INSERT INTO public.django_content_type VALUES (189, 'vouchers', 'termsbenefit');
INSERT INTO public.django_content_type VALUES (190, 'vouchers', 'terms');
INSERT INTO public.django_content_type VALUES (191, 'vouchers', 'termsevent');
INSERT INTO public.django_content_type VALUES (192, 'vouchers', 'share');
INSERT INTO public.django_content_type VALUES (193, 'admin', 'logentry');
INSERT INTO public.django_content_type VALUES (194, 'auth', 'permission');
INSERT INTO public.django_content_type VALUES (195, 'auth', 'group');
INSERT INTO public.django_content_type VALUES (196, 'contenttypes', 'contenttype');
INSERT INTO public.django_content_type VALUES (197, 'sessions', 'session');
INSERT INTO public.django_content_type VALUES (198, 'sites', 'site');
INSERT INTO public.django_content_type VALUES (199, 'flatpages', 'flatpage');
INSERT INTO public.django_content_type VALUES (200, 'analytics', 'productrecord');
INSERT INTO public.django_content_type VALUES (201, 'analytics', 'userproductview');
INSERT INTO public.django_content_type VALUES (202, 'analytics', 'userrecord');
INSERT INTO public.django_content_type VALUES (203, 'analytics', 'usersearch');
INSERT INTO public.django_content_type VALUES (204, 'address', 'country');
INSERT INTO public.django_content_type VALUES (205, 'address', 'useraddress');
INSERT INTO public.django_content_type VALUES (206, 'reviews', 'productreview');
INSERT INTO public.django_content_type VALUES (207, 'reviews', 'vote');
INSERT INTO public.django_content_type VALUES (208, 'communication', 'communicationeventtype');
INSERT INTO public.django_content_type VALUES (209, 'communication', 'email');
INSERT INTO public.django_content_type VALUES (210, 'communication', 'notification');
INSERT INTO public.django_content_type VALUES (211, 'payment', 'bankcard');
INSERT INTO public.django_content_type VALUES (212, 'payment', 'source');
INSERT INTO public.django_content_type VALUES (213, 'payment', 'sourcetype');
INSERT INTO public.django_content_type VALUES (214, 'payment', 'transaction');
INSERT INTO public.django_content_type VALUES (215, 'offer', 'benefit');
INSERT INTO public.django_content_type VALUES (216, 'offer', 'condition');
INSERT INTO public.django_content_type VALUES (217, 'offer', 'conditionaloffer');
INSERT INTO public.django_content_type VALUES (218, 'offer', 'range');
INSERT INTO public.django_content_type VALUES (219, 'offer', 'rangeproduct');
INSERT INTO public.django_content_type VALUES (220, 'offer', 'rangeproductfileupload');
INSERT INTO public.django_content_type VALUES (221, 'offer', 'absolutediscountbenefit');
INSERT INTO public.django_content_type VALUES (222, 'offer', 'countcondition');
INSERT INTO public.django_content_type VALUES (223, 'offer', 'coveragecondition');
INSERT INTO public.django_content_type VALUES (224, 'offer', 'fixedpricebenefit');
INSERT INTO public.django_content_type VALUES (225, 'offer', 'multibuydiscountbenefit');
INSERT INTO public.django_content_type VALUES (226, 'offer', 'percentagediscountbenefit');
INSERT INTO public.django_content_type VALUES (227, 'offer', 'shippingbenefit');
INSERT INTO public.django_content_type VALUES (228, 'offer', 'shippingabsolutediscountbenefit');
INSERT INTO public.django_content_type VALUES (229, 'offer', 'shippingfixedpricebenefit');
INSERT INTO public.django_content_type VALUES (230, 'offer', 'shippingpercentagediscountbenefit');
INSERT INTO public.django_content_type VALUES (231, 'offer', 'valuecondition');
INSERT INTO public.django_content_type VALUES (232, 'offer', 'fixedunitdiscountbenefit');
INSERT INTO public.django_content_type VALUES (233, 'customer', 'productalert');
INSERT INTO public.django_content_type VALUES (234, 'voucher', 'voucher');
INSERT INTO public.django_content_type VALUES (235, 'voucher', 'voucherapplication');
INSERT INTO public.django_content_type VALUES (236, 'voucher', 'voucherset');
INSERT INTO public.django_content_type VALUES (237, 'wishlists', 'line');
INSERT INTO public.django_content_type VALUES (238, 'wishlists', 'wishlist');
INSERT INTO public.django_content_type VALUES (239, 'wishlists', 'wishlistsharedemail');
INSERT INTO public.django_content_type VALUES (240, 'wagtailforms', 'formsubmission');
INSERT INTO public.django_content_type VALUES (241, 'wagtailredirects', 'redirect');
INSERT INTO public.django_content_type VALUES (242, 'wagtailembeds', 'embed');
INSERT INTO public.django_content_type VALUES (243, 'wagtailusers', 'userprofile');
INSERT INTO public.django_content_type VALUES (244, 'wagtailimages', 'rendition');
INSERT INTO public.django_content_type VALUES (245, 'wagtailsearch', 'indexentry');
INSERT INTO public.django_content_type VALUES (246, 'wagtailadmin', 'editingsession');
INSERT INTO public.django_content_type VALUES (247, 'wagtailadmin', 'formstate');
INSERT INTO public.django_content_type VALUES (248, 'taggit', 'tag');
INSERT INTO public.django_content_type VALUES (249, 'taggit', 'taggeditem');
INSERT INTO public.django_content_type VALUES (250, 'account', 'emailaddress');
INSERT INTO public.django_content_type VALUES (251, 'account', 'emailconfirmation');
INSERT INTO public.django_content_type VALUES (252, 'mfa', 'authenticator');
INSERT INTO public.django_content_type VALUES (253, 'pghistory', 'context');
INSERT INTO public.django_content_type VALUES (254, 'pghistory', 'events');
INSERT INTO public.django_content_type VALUES (255, 'pghistory', 'middlewareevents');
INSERT INTO public.django_content_type VALUES (256, 'django_tasks_database', 'dbtaskresult');
INSERT INTO public.django_site VALUES (1, 'example.com', 'example.com');
INSERT INTO public.wagtailcore_collection VALUES (1, '0001', 1, 0, 'Root');
INSERT INTO public.wagtailcore_groupapprovaltask VALUES (1);
INSERT INTO public.wagtailcore_groupapprovaltask_groups VALUES (1, 1, 1);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (1, 1, 1, 110);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (2, 1, 2, 110);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (3, 1, 1, 111);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (4, 1, 2, 111);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (5, 1, 1, 113);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (6, 1, 2, 113);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (7, 1, 1, 114);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (8, 1, 2, 114);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (9, 1, 1, 115);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (10, 1, 2, 115);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (11, 1, 1, 117);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES (12, 1, 2, 117);
INSERT INTO public.wagtailcore_grouppagepermission VALUES (1, 1, 1, 69);
INSERT INTO public.wagtailcore_grouppagepermission VALUES (2, 1, 1, 70);
INSERT INTO public.wagtailcore_grouppagepermission VALUES (3, 1, 1, 75);
INSERT INTO public.wagtailcore_grouppagepermission VALUES (4, 2, 1, 69);
INSERT INTO public.wagtailcore_grouppagepermission VALUES (5, 2, 1, 70);
INSERT INTO public.wagtailcore_grouppagepermission VALUES (6, 1, 1, 74);
INSERT INTO public.wagtailcore_grouppagepermission VALUES (7, 1, 1, 76);
INSERT INTO public.wagtailcore_locale VALUES (1, 'vi');
INSERT INTO public.wagtailcore_page VALUES (1, '0001', 1, 1, 'Root', 'root', true, false, '/', '', false, '', NULL, NULL, false, 1, NULL, false, NULL, NULL, NULL, NULL, 'Root', NULL, NULL, gen_random_uuid(), 1, NULL, NULL);
INSERT INTO public.wagtailcore_page VALUES (2, '00010001', 2, 0, 'Welcome to your new Wagtail site!', 'home', true, false, '/home/', '', false, '', NULL, NULL, false, 1, NULL, false, NULL, NULL, NULL, NULL, 'Welcome to your new Wagtail site!', NULL, NULL, gen_random_uuid(), 1, NULL, NULL);
INSERT INTO public.wagtailcore_site VALUES (1, 'localhost', 80, true, 2, '');
INSERT INTO public.wagtailcore_task VALUES (1, 'Moderators approval', true, 2);
INSERT INTO public.wagtailcore_workflow VALUES (1, 'Moderators approval', true);
INSERT INTO public.wagtailcore_workflowpage VALUES (1, 1);
INSERT INTO public.wagtailcore_workflowtask VALUES (1, 0, 1, 1);
SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);
SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_secondfactorreset_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_user_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_user_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_user_user_permissions_id_seq', 1, false);
SELECT pg_catalog.setval('public.address_useraddress_id_seq', 1, false);
SELECT pg_catalog.setval('public.analytics_productrecord_id_seq', 1, false);
SELECT pg_catalog.setval('public.analytics_userproductview_id_seq', 1, false);
SELECT pg_catalog.setval('public.analytics_userrecord_id_seq', 1, false);
SELECT pg_catalog.setval('public.analytics_usersearch_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_id_seq', 3, true);
SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 18, true);
SELECT pg_catalog.setval('public.auth_permission_id_seq', 1024, true);
SELECT pg_catalog.setval('public.basket_basket_id_seq', 1, false);
SELECT pg_catalog.setval('public.basket_basket_vouchers_id_seq', 1, false);
SELECT pg_catalog.setval('public.basket_line_id_seq', 1, false);
SELECT pg_catalog.setval('public.basket_lineattribute_id_seq', 1, false);
SELECT pg_catalog.setval('public.buyer_reviews_purchase_id_seq', 1, false);
SELECT pg_catalog.setval('public.buyer_reviews_removal_id_seq', 1, false);
SELECT pg_catalog.setval('public.buyer_reviews_reply_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_attributeoption_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_attributeoptiongroup_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_category_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_listingchange_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_option_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_product_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_product_product_options_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_productattribute_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_productattributevalue_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_productattributevalue_value_multi_option_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_productcategory_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_productclass_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_productclass_options_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_productimage_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_productphoto_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_productrecommendation_id_seq', 1, false);
SELECT pg_catalog.setval('public.certification_certificate_id_seq', 1, false);
SELECT pg_catalog.setval('public.certification_certificateevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.certification_reportedstep_id_seq', 1, false);
SELECT pg_catalog.setval('public.certification_restoration_id_seq', 1, false);
SELECT pg_catalog.setval('public.claims_claim_id_seq', 1, false);
SELECT pg_catalog.setval('public.claims_claimevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.claims_claimline_id_seq', 1, false);
SELECT pg_catalog.setval('public.claims_claimmessage_id_seq', 1, false);
SELECT pg_catalog.setval('public.claims_claimphoto_id_seq', 1, false);
SELECT pg_catalog.setval('public.cms_fairproduct_id_seq', 1, false);
SELECT pg_catalog.setval('public.complaints_complaint_id_seq', 1, false);
SELECT pg_catalog.setval('public.complaints_complaintevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.customer_communicationeventtype_id_seq', 1, false);
SELECT pg_catalog.setval('public.customer_email_id_seq', 1, false);
SELECT pg_catalog.setval('public.customer_notification_id_seq', 1, false);
SELECT pg_catalog.setval('public.customer_productalert_id_seq', 1, false);
SELECT pg_catalog.setval('public.django_admin_log_id_seq', 1, false);
SELECT pg_catalog.setval('public.django_content_type_id_seq', 256, true);
SELECT pg_catalog.setval('public.django_flatpage_id_seq', 1, false);
SELECT pg_catalog.setval('public.django_flatpage_sites_id_seq', 1, false);
SELECT pg_catalog.setval('public.django_site_id_seq', 1, true);
SELECT pg_catalog.setval('public.geography_adminunit_id_seq', 1, false);
SELECT pg_catalog.setval('public.geography_succession_id_seq', 1, false);
SELECT pg_catalog.setval('public.geography_unitspelling_id_seq', 1, false);
SELECT pg_catalog.setval('public.idempotency_sentform_id_seq', 1, false);
SELECT pg_catalog.setval('public.mail_mailoptout_id_seq', 1, false);
SELECT pg_catalog.setval('public.mail_outgoingmail_id_seq', 1, false);
SELECT pg_catalog.setval('public.media_evidence_id_seq', 1, false);
SELECT pg_catalog.setval('public.media_photo_id_seq', 1, false);
SELECT pg_catalog.setval('public.media_rendition_id_seq', 1, false);
SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);
SELECT pg_catalog.setval('public.notifications_notification_id_seq', 1, false);
SELECT pg_catalog.setval('public.offer_benefit_id_seq', 1, false);
SELECT pg_catalog.setval('public.offer_condition_id_seq', 1, false);
SELECT pg_catalog.setval('public.offer_conditionaloffer_combinations_id_seq', 1, false);
SELECT pg_catalog.setval('public.offer_conditionaloffer_id_seq', 1, false);
SELECT pg_catalog.setval('public.offer_range_classes_id_seq', 1, false);
SELECT pg_catalog.setval('public.offer_range_excluded_categories_id_seq', 1, false);
SELECT pg_catalog.setval('public.offer_range_excluded_products_id_seq', 1, false);
SELECT pg_catalog.setval('public.offer_range_id_seq', 1, false);
SELECT pg_catalog.setval('public.offer_range_included_categories_id_seq', 1, false);
SELECT pg_catalog.setval('public.offer_rangeproduct_id_seq', 1, false);
SELECT pg_catalog.setval('public.offer_rangeproductfileupload_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_billingaddress_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_cancellation_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_communicationevent_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_confirmation_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_confirmationevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_line_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_lineattribute_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_lineprice_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_order_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_orderdiscount_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_orderevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_orderlinediscount_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_ordernote_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_orderstatuschange_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_parcel_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_parcelevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_parcelmessage_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_paymentevent_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_paymenteventquantity_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_paymenteventtype_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_pickup_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_sellermails_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_shippingaddress_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_shippingevent_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_shippingeventquantity_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_shippingeventtype_id_seq', 1, false);
SELECT pg_catalog.setval('public.order_surcharge_id_seq', 1, false);
SELECT pg_catalog.setval('public.partner_allocation_id_seq', 1, false);
SELECT pg_catalog.setval('public.partner_checkouthold_id_seq', 1, false);
SELECT pg_catalog.setval('public.partner_offersheet_id_seq', 1, false);
SELECT pg_catalog.setval('public.partner_partner_id_seq', 1, false);
SELECT pg_catalog.setval('public.partner_partner_users_id_seq', 1, false);
SELECT pg_catalog.setval('public.partner_partneraddress_id_seq', 1, false);
SELECT pg_catalog.setval('public.partner_partnerevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.partner_stockalert_id_seq', 1, false);
SELECT pg_catalog.setval('public.partner_stockhold_id_seq', 1, false);
SELECT pg_catalog.setval('public.partner_stockrecord_id_seq', 1, false);
SELECT pg_catalog.setval('public.partner_stockrecordevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.payment_bankcard_id_seq', 1, false);
SELECT pg_catalog.setval('public.payment_source_id_seq', 1, false);
SELECT pg_catalog.setval('public.payment_sourcetype_id_seq', 1, false);
SELECT pg_catalog.setval('public.payment_transaction_id_seq', 1, false);
SELECT pg_catalog.setval('public.payments_assignment_id_seq', 1, false);
SELECT pg_catalog.setval('public.payments_bankaccount_id_seq', 1, false);
SELECT pg_catalog.setval('public.payments_bankaccountevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.payments_notice_id_seq', 1, false);
SELECT pg_catalog.setval('public.payments_payment_id_seq', 1, false);
SELECT pg_catalog.setval('public.payments_payment_parcels_id_seq', 1, false);
SELECT pg_catalog.setval('public.payments_receipt_id_seq', 1, false);
SELECT pg_catalog.setval('public.payments_receiptevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.payments_refund_id_seq', 1, false);
SELECT pg_catalog.setval('public.payments_refundevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.payments_share_id_seq', 1, false);
SELECT pg_catalog.setval('public.payments_sighting_id_seq', 1, false);
SELECT pg_catalog.setval('public.payments_statement_id_seq', 1, false);
SELECT pg_catalog.setval('public.payments_vnpayattempt_id_seq', 1, false);
SELECT pg_catalog.setval('public.producers_membership_id_seq', 1, false);
SELECT pg_catalog.setval('public.producers_producer_id_seq', 1, false);
SELECT pg_catalog.setval('public.questions_answer_id_seq', 1, false);
SELECT pg_catalog.setval('public.questions_question_id_seq', 1, false);
SELECT pg_catalog.setval('public.reviews_productreview_id_seq', 1, false);
SELECT pg_catalog.setval('public.reviews_vote_id_seq', 1, false);
SELECT pg_catalog.setval('public.salespoints_recallnotice_id_seq', 1, false);
SELECT pg_catalog.setval('public.salespoints_salespoint_id_seq', 1, false);
SELECT pg_catalog.setval('public.salespoints_salespointmembership_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_outboxentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_replicachange_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_suggestionchange_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_usage_publicquery_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_usage_querycount_id_seq', 1, false);
SELECT pg_catalog.setval('public.shipping_deliveryzone_id_seq', 1, false);
SELECT pg_catalog.setval('public.shipping_deliveryzoneevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.shipping_orderanditemcharges_countries_id_seq', 1, false);
SELECT pg_catalog.setval('public.shipping_orderanditemcharges_id_seq', 1, false);
SELECT pg_catalog.setval('public.shipping_packedweight_id_seq', 1, false);
SELECT pg_catalog.setval('public.shipping_pickupoffer_id_seq', 1, false);
SELECT pg_catalog.setval('public.shipping_pickupofferevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.shipping_shipment_id_seq', 1, false);
SELECT pg_catalog.setval('public.shipping_trackingevent_id_seq', 1, false);
SELECT pg_catalog.setval('public.shipping_weightband_id_seq', 1, false);
SELECT pg_catalog.setval('public.shipping_weightbased_countries_id_seq', 1, false);
SELECT pg_catalog.setval('public.shipping_weightbased_id_seq', 1, false);
SELECT pg_catalog.setval('public.taggit_tag_id_seq', 1, false);
SELECT pg_catalog.setval('public.taggit_taggeditem_id_seq', 1, false);
SELECT pg_catalog.setval('public.tax_deliveryvat_id_seq', 1, false);
SELECT pg_catalog.setval('public.tax_invoicerequest_id_seq', 1, false);
SELECT pg_catalog.setval('public.tax_linevat_id_seq', 1, false);
SELECT pg_catalog.setval('public.tax_offervat_id_seq', 1, false);
SELECT pg_catalog.setval('public.tax_sellertax_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_capturedevent_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_capturekey_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_clonealert_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_event_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_lot_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_lotevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_lotinput_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_lotinputevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_place_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_portaldelivery_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_printrun_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_productgtin_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_recall_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_recallend_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_recallevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_scan_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_signingkeyevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_stamp_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_stampbatch_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_stampbatchevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_stampevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.traceability_suspicionreport_id_seq', 1, false);
SELECT pg_catalog.setval('public.voucher_voucher_id_seq', 1, false);
SELECT pg_catalog.setval('public.voucher_voucher_offers_id_seq', 1, false);
SELECT pg_catalog.setval('public.voucher_voucherapplication_id_seq', 1, false);
SELECT pg_catalog.setval('public.voucher_voucherset_id_seq', 1, false);
SELECT pg_catalog.setval('public.vouchers_share_id_seq', 1, false);
SELECT pg_catalog.setval('public.vouchers_terms_id_seq', 1, false);
SELECT pg_catalog.setval('public.vouchers_termsevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailadmin_admin_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailadmin_editingsession_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailadmin_formstate_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_apitoken_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_collection_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_collectionviewrestriction_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_collectionviewrestriction_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_comment_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_commentreply_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_groupapprovaltask_groups_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_groupcollectionpermission_id_seq', 12, true);
SELECT pg_catalog.setval('public.wagtailcore_grouppagepermission_id_seq', 7, true);
SELECT pg_catalog.setval('public.wagtailcore_groupsitepermission_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_locale_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_modellogentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_page_id_seq', 2, true);
SELECT pg_catalog.setval('public.wagtailcore_pagelogentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pagerevision_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pagesubscription_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pageviewrestriction_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pageviewrestriction_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_referenceindex_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_site_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_task_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_taskstate_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_uploadedfile_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_workflow_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_workflowstate_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_workflowtask_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtaildocs_document_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailembeds_embed_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailforms_formsubmission_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailimages_image_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailimages_rendition_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailredirects_redirect_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailsearch_indexentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailusers_userprofile_id_seq', 1, false);
SELECT pg_catalog.setval('public.wishlists_line_id_seq', 1, false);
SELECT pg_catalog.setval('public.wishlists_wishlist_id_seq', 1, false);
SELECT pg_catalog.setval('public.wishlists_wishlistsharedemail_id_seq', 1, false);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_secondfactorreset
    ADD CONSTRAINT accounts_secondfactorreset_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_user_id_group_id_59c0b32f_uniq UNIQUE (user_id, group_id);
ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_permi_user_id_permission_id_2ab516c2_uniq UNIQUE (user_id, permission_id);
ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.address_country
    ADD CONSTRAINT address_country_pkey PRIMARY KEY (iso_3166_1_a2);
ALTER TABLE ONLY public.address_useraddress
    ADD CONSTRAINT address_useraddress_code_key UNIQUE (code);
ALTER TABLE ONLY public.address_useraddress
    ADD CONSTRAINT address_useraddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.address_useraddress
    ADD CONSTRAINT address_useraddress_user_id_hash_9d1738c7_uniq UNIQUE (user_id, hash);
ALTER TABLE ONLY public.analytics_productrecord
    ADD CONSTRAINT analytics_productrecord_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.analytics_productrecord
    ADD CONSTRAINT analytics_productrecord_product_id_key UNIQUE (product_id);
ALTER TABLE ONLY public.analytics_userproductview
    ADD CONSTRAINT analytics_userproductview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.analytics_userrecord
    ADD CONSTRAINT analytics_userrecord_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.analytics_userrecord
    ADD CONSTRAINT analytics_userrecord_user_id_key UNIQUE (user_id);
ALTER TABLE ONLY public.analytics_usersearch
    ADD CONSTRAINT analytics_usersearch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.basket_basket
    ADD CONSTRAINT basket_basket_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.basket_basket_vouchers
    ADD CONSTRAINT basket_basket_vouchers_basket_id_voucher_id_0731eee2_uniq UNIQUE (basket_id, voucher_id);
ALTER TABLE ONLY public.basket_basket_vouchers
    ADD CONSTRAINT basket_basket_vouchers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.basket_line
    ADD CONSTRAINT basket_line_basket_id_line_reference_8977e974_uniq UNIQUE (basket_id, line_reference);
ALTER TABLE ONLY public.basket_line
    ADD CONSTRAINT basket_line_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.basket_lineattribute
    ADD CONSTRAINT basket_lineattribute_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.buyer_reviews_purchase
    ADD CONSTRAINT buyer_reviews_purchase_line_id_key UNIQUE (line_id);
ALTER TABLE ONLY public.buyer_reviews_purchase
    ADD CONSTRAINT buyer_reviews_purchase_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.buyer_reviews_purchase
    ADD CONSTRAINT buyer_reviews_purchase_review_id_key UNIQUE (review_id);
ALTER TABLE ONLY public.buyer_reviews_removal
    ADD CONSTRAINT buyer_reviews_removal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.buyer_reviews_reply
    ADD CONSTRAINT buyer_reviews_reply_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.buyer_reviews_reply
    ADD CONSTRAINT buyer_reviews_reply_review_id_key UNIQUE (review_id);
ALTER TABLE ONLY public.caching_publicchange
    ADD CONSTRAINT caching_publicchange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_capturedevent
    ADD CONSTRAINT captured_event_once UNIQUE (producer_id, event_id, is_error_declaration);
ALTER TABLE ONLY public.catalogue_attributeoption
    ADD CONSTRAINT catalogue_attributeoption_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalogue_attributeoption
    ADD CONSTRAINT catalogue_attributeoption_group_id_option_7a8f6c11_uniq UNIQUE (group_id, option);
ALTER TABLE ONLY public.catalogue_attributeoption
    ADD CONSTRAINT catalogue_attributeoption_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_attributeoptiongroup
    ADD CONSTRAINT catalogue_attributeoptiongroup_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalogue_attributeoptiongroup
    ADD CONSTRAINT catalogue_attributeoptiongroup_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_category
    ADD CONSTRAINT catalogue_category_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalogue_category
    ADD CONSTRAINT catalogue_category_path_key UNIQUE (path);
ALTER TABLE ONLY public.catalogue_category
    ADD CONSTRAINT catalogue_category_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_listingchange
    ADD CONSTRAINT catalogue_listingchange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_option
    ADD CONSTRAINT catalogue_option_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalogue_option
    ADD CONSTRAINT catalogue_option_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_product
    ADD CONSTRAINT catalogue_product_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalogue_product
    ADD CONSTRAINT catalogue_product_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_product_product_options
    ADD CONSTRAINT catalogue_product_produc_product_id_option_id_9b3abb31_uniq UNIQUE (product_id, option_id);
ALTER TABLE ONLY public.catalogue_product_product_options
    ADD CONSTRAINT catalogue_product_product_options_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_product
    ADD CONSTRAINT catalogue_product_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.catalogue_product
    ADD CONSTRAINT catalogue_product_upc_key UNIQUE (upc);
ALTER TABLE ONLY public.catalogue_productattributevalue
    ADD CONSTRAINT catalogue_productattribu_attribute_id_product_id_1e8e7112_uniq UNIQUE (attribute_id, product_id);
ALTER TABLE ONLY public.catalogue_productattributevalue_value_multi_option
    ADD CONSTRAINT catalogue_productattribu_productattributevalue_id_a1760824_uniq UNIQUE (productattributevalue_id, attributeoption_id);
ALTER TABLE ONLY public.catalogue_productattribute
    ADD CONSTRAINT catalogue_productattribute_code_product_class_id_82f69012_uniq UNIQUE (code, product_class_id);
ALTER TABLE ONLY public.catalogue_productattribute
    ADD CONSTRAINT catalogue_productattribute_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_productattributevalue
    ADD CONSTRAINT catalogue_productattributevalue_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_productattributevalue_value_multi_option
    ADD CONSTRAINT catalogue_productattributevalue_value_multi_option_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_productcategory
    ADD CONSTRAINT catalogue_productcategory_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_productcategory
    ADD CONSTRAINT catalogue_productcategory_product_id_category_id_8f0dbfe2_uniq UNIQUE (product_id, category_id);
ALTER TABLE ONLY public.catalogue_productclass_options
    ADD CONSTRAINT catalogue_productclass_o_productclass_id_option_i_2266c635_uniq UNIQUE (productclass_id, option_id);
ALTER TABLE ONLY public.catalogue_productclass_options
    ADD CONSTRAINT catalogue_productclass_options_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_productclass
    ADD CONSTRAINT catalogue_productclass_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_productclass
    ADD CONSTRAINT catalogue_productclass_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.catalogue_productimage
    ADD CONSTRAINT catalogue_productimage_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalogue_productimage
    ADD CONSTRAINT catalogue_productimage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_productphoto
    ADD CONSTRAINT catalogue_productphoto_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_productrecommendation
    ADD CONSTRAINT catalogue_productrecomme_primary_id_recommendatio_da1fdf43_uniq UNIQUE (primary_id, recommendation_id);
ALTER TABLE ONLY public.catalogue_productrecommendation
    ADD CONSTRAINT catalogue_productrecommendation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certification_certificate
    ADD CONSTRAINT certificate_once UNIQUE (product_id, issued, stars);
ALTER TABLE ONLY public.certification_certificate
    ADD CONSTRAINT certificate_one_valid_a_day EXCLUDE USING gist (product_id WITH =, valid_period WITH &&);
ALTER TABLE ONLY public.certification_certificate
    ADD CONSTRAINT certification_certificate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certification_certificateevent
    ADD CONSTRAINT certification_certificateevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.certification_reportedstep
    ADD CONSTRAINT certification_reportedstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certification_restoration
    ADD CONSTRAINT certification_restoration_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partner_checkouthold
    ADD CONSTRAINT checkout_hold_once UNIQUE (basket_id, stockrecord_id);
ALTER TABLE ONLY public.claims_claimline
    ADD CONSTRAINT claim_line_once UNIQUE (claim_id, line_id);
ALTER TABLE ONLY public.claims_claim
    ADD CONSTRAINT claims_claim_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.claims_claim
    ADD CONSTRAINT claims_claim_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.claims_claimevent
    ADD CONSTRAINT claims_claimevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.claims_claimline
    ADD CONSTRAINT claims_claimline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.claims_claimmessage
    ADD CONSTRAINT claims_claimmessage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.claims_claimphoto
    ADD CONSTRAINT claims_claimphoto_evidence_id_key UNIQUE (evidence_id);
ALTER TABLE ONLY public.claims_claimphoto
    ADD CONSTRAINT claims_claimphoto_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cms_fairindexpage
    ADD CONSTRAINT cms_fairindexpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_fairpage
    ADD CONSTRAINT cms_fairpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_fairproduct
    ADD CONSTRAINT cms_fairproduct_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cms_homepage
    ADD CONSTRAINT cms_homepage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_infopage
    ADD CONSTRAINT cms_infopage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_newsindexpage
    ADD CONSTRAINT cms_newsindexpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_newspage
    ADD CONSTRAINT cms_newspage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_storyindexpage
    ADD CONSTRAINT cms_storyindexpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_storypage
    ADD CONSTRAINT cms_storypage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_storypage
    ADD CONSTRAINT cms_storypage_product_id_key UNIQUE (product_id);
ALTER TABLE ONLY public.complaints_complaint
    ADD CONSTRAINT complaints_complaint_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.complaints_complaint
    ADD CONSTRAINT complaints_complaint_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.complaints_complaintevent
    ADD CONSTRAINT complaints_complaintevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.communication_communicationeventtype
    ADD CONSTRAINT customer_communicationeventtype_code_key UNIQUE (code);
ALTER TABLE ONLY public.communication_communicationeventtype
    ADD CONSTRAINT customer_communicationeventtype_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.communication_email
    ADD CONSTRAINT customer_email_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.communication_notification
    ADD CONSTRAINT customer_notification_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.customer_productalert
    ADD CONSTRAINT customer_productalert_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vouchers_share
    ADD CONSTRAINT discount_share_once_for_each_parcel UNIQUE (discount_id, parcel_id);
ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_flatpage
    ADD CONSTRAINT django_flatpage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_flatpage_sites
    ADD CONSTRAINT django_flatpage_sites_flatpage_id_site_id_0d29d9d1_uniq UNIQUE (flatpage_id, site_id);
ALTER TABLE ONLY public.django_flatpage_sites
    ADD CONSTRAINT django_flatpage_sites_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.django_site
    ADD CONSTRAINT django_site_domain_a2e37b91_uniq UNIQUE (domain);
ALTER TABLE ONLY public.django_site
    ADD CONSTRAINT django_site_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_tasks_database_dbtaskresult
    ADD CONSTRAINT django_tasks_database_dbtaskresult_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cms_fairproduct
    ADD CONSTRAINT fair_product_once UNIQUE (fair_id, product_id);
ALTER TABLE ONLY public.geography_adminunit
    ADD CONSTRAINT geography_adminunit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.geography_adminunit
    ADD CONSTRAINT geography_adminunit_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.geography_succession
    ADD CONSTRAINT geography_succession_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.geography_unitspelling
    ADD CONSTRAINT geography_unitspelling_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.idempotency_sentform
    ADD CONSTRAINT idempotency_sentform_key_key UNIQUE (key);
ALTER TABLE ONLY public.idempotency_sentform
    ADD CONSTRAINT idempotency_sentform_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_lot
    ADD CONSTRAINT lot_code_once UNIQUE (product_id, code);
ALTER TABLE ONLY public.mail_mailoptout
    ADD CONSTRAINT mail_mailoptout_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.mail_outgoingmail
    ADD CONSTRAINT mail_once UNIQUE (kind, key);
ALTER TABLE ONLY public.mail_mailoptout
    ADD CONSTRAINT mail_opt_out_once UNIQUE (user_id, kind);
ALTER TABLE ONLY public.mail_outgoingmail
    ADD CONSTRAINT mail_outgoingmail_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.media_evidence
    ADD CONSTRAINT media_evidence_original_key UNIQUE (original);
ALTER TABLE ONLY public.media_evidence
    ADD CONSTRAINT media_evidence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.media_photo
    ADD CONSTRAINT media_photo_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.media_rendition
    ADD CONSTRAINT media_rendition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.producers_membership
    ADD CONSTRAINT membership_once UNIQUE (user_id, producer_id, since);
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notifications_notification
    ADD CONSTRAINT notification_once UNIQUE (user_id, kind, key);
ALTER TABLE ONLY public.notifications_notification
    ADD CONSTRAINT notifications_notification_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_benefit
    ADD CONSTRAINT offer_benefit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_condition
    ADD CONSTRAINT offer_condition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_conditionaloffer_combinations
    ADD CONSTRAINT offer_conditionaloffer_c_from_conditionaloffer_id_2e3e9ffe_uniq UNIQUE (from_conditionaloffer_id, to_conditionaloffer_id);
ALTER TABLE ONLY public.offer_conditionaloffer_combinations
    ADD CONSTRAINT offer_conditionaloffer_combinations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_conditionaloffer
    ADD CONSTRAINT offer_conditionaloffer_name_key UNIQUE (name);
ALTER TABLE ONLY public.offer_conditionaloffer
    ADD CONSTRAINT offer_conditionaloffer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_conditionaloffer
    ADD CONSTRAINT offer_conditionaloffer_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.offer_range_classes
    ADD CONSTRAINT offer_range_classes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_range_classes
    ADD CONSTRAINT offer_range_classes_range_id_productclass_id_28eeefae_uniq UNIQUE (range_id, productclass_id);
ALTER TABLE ONLY public.offer_range_excluded_categories
    ADD CONSTRAINT offer_range_excluded_cat_range_id_category_id_2f84ef27_uniq UNIQUE (range_id, category_id);
ALTER TABLE ONLY public.offer_range_excluded_categories
    ADD CONSTRAINT offer_range_excluded_categories_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_range_excluded_products
    ADD CONSTRAINT offer_range_excluded_products_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_range_excluded_products
    ADD CONSTRAINT offer_range_excluded_products_range_id_product_id_eb1cfe87_uniq UNIQUE (range_id, product_id);
ALTER TABLE ONLY public.offer_range_included_categories
    ADD CONSTRAINT offer_range_included_cat_range_id_category_id_a661d336_uniq UNIQUE (range_id, category_id);
ALTER TABLE ONLY public.offer_range_included_categories
    ADD CONSTRAINT offer_range_included_categories_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_range
    ADD CONSTRAINT offer_range_name_key UNIQUE (name);
ALTER TABLE ONLY public.offer_range
    ADD CONSTRAINT offer_range_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_range
    ADD CONSTRAINT offer_range_proxy_class_key UNIQUE (proxy_class);
ALTER TABLE ONLY public.offer_range
    ADD CONSTRAINT offer_range_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.offer_rangeproduct
    ADD CONSTRAINT offer_rangeproduct_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_rangeproduct
    ADD CONSTRAINT offer_rangeproduct_range_id_product_id_c46b1be8_uniq UNIQUE (range_id, product_id);
ALTER TABLE ONLY public.offer_rangeproductfileupload
    ADD CONSTRAINT offer_rangeproductfileupload_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partner_offersheet
    ADD CONSTRAINT offersheet_uploaded_once UNIQUE (seller_id, digest);
ALTER TABLE ONLY public.order_billingaddress
    ADD CONSTRAINT order_billingaddress_code_key UNIQUE (code);
ALTER TABLE ONLY public.order_billingaddress
    ADD CONSTRAINT order_billingaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_cancellation
    ADD CONSTRAINT order_cancellation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_communicationevent
    ADD CONSTRAINT order_communicationevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_confirmation
    ADD CONSTRAINT order_confirmation_parcel_id_key UNIQUE (parcel_id);
ALTER TABLE ONLY public.order_confirmation
    ADD CONSTRAINT order_confirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_confirmationevent
    ADD CONSTRAINT order_confirmationevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.order_guestorder
    ADD CONSTRAINT order_guestorder_pkey PRIMARY KEY (order_id);
ALTER TABLE ONLY public.order_line
    ADD CONSTRAINT order_line_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_lineattribute
    ADD CONSTRAINT order_lineattribute_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_lineprice
    ADD CONSTRAINT order_lineprice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_order
    ADD CONSTRAINT order_order_number_key UNIQUE (number);
ALTER TABLE ONLY public.order_order
    ADD CONSTRAINT order_order_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_orderdiscount
    ADD CONSTRAINT order_orderdiscount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_orderevent
    ADD CONSTRAINT order_orderevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.order_orderlinediscount
    ADD CONSTRAINT order_orderlinediscount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_ordernote
    ADD CONSTRAINT order_ordernote_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_orderstatuschange
    ADD CONSTRAINT order_orderstatuschange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_parcel
    ADD CONSTRAINT order_parcel_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_parcelevent
    ADD CONSTRAINT order_parcelevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.order_parcelmessage
    ADD CONSTRAINT order_parcelmessage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_paymentevent
    ADD CONSTRAINT order_paymentevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_paymenteventquantity
    ADD CONSTRAINT order_paymenteventquantity_event_id_line_id_765c5209_uniq UNIQUE (event_id, line_id);
ALTER TABLE ONLY public.order_paymenteventquantity
    ADD CONSTRAINT order_paymenteventquantity_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_paymenteventtype
    ADD CONSTRAINT order_paymenteventtype_code_key UNIQUE (code);
ALTER TABLE ONLY public.order_paymenteventtype
    ADD CONSTRAINT order_paymenteventtype_name_key UNIQUE (name);
ALTER TABLE ONLY public.order_paymenteventtype
    ADD CONSTRAINT order_paymenteventtype_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_pickup
    ADD CONSTRAINT order_pickup_parcel_id_key UNIQUE (parcel_id);
ALTER TABLE ONLY public.order_pickup
    ADD CONSTRAINT order_pickup_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_sellermails
    ADD CONSTRAINT order_sellermails_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_shippingaddress
    ADD CONSTRAINT order_shippingaddress_code_key UNIQUE (code);
ALTER TABLE ONLY public.order_shippingaddress
    ADD CONSTRAINT order_shippingaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_shippingevent
    ADD CONSTRAINT order_shippingevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_shippingeventquantity
    ADD CONSTRAINT order_shippingeventquantity_event_id_line_id_91687107_uniq UNIQUE (event_id, line_id);
ALTER TABLE ONLY public.order_shippingeventquantity
    ADD CONSTRAINT order_shippingeventquantity_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_shippingeventtype
    ADD CONSTRAINT order_shippingeventtype_code_key UNIQUE (code);
ALTER TABLE ONLY public.order_shippingeventtype
    ADD CONSTRAINT order_shippingeventtype_name_key UNIQUE (name);
ALTER TABLE ONLY public.order_shippingeventtype
    ADD CONSTRAINT order_shippingeventtype_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_surcharge
    ADD CONSTRAINT order_surcharge_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_parcel
    ADD CONSTRAINT parcel_number_once_in_an_order UNIQUE (order_id, number);
ALTER TABLE ONLY public.order_parcel
    ADD CONSTRAINT parcel_once_for_each_seller UNIQUE (order_id, partner_id);
ALTER TABLE ONLY public.partner_allocation
    ADD CONSTRAINT partner_allocation_line_id_key UNIQUE (line_id);
ALTER TABLE ONLY public.partner_allocation
    ADD CONSTRAINT partner_allocation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partner_checkouthold
    ADD CONSTRAINT partner_checkouthold_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partner_offersheet
    ADD CONSTRAINT partner_offersheet_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partner_partner
    ADD CONSTRAINT partner_partner_code_key UNIQUE (code);
ALTER TABLE ONLY public.partner_partner
    ADD CONSTRAINT partner_partner_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partner_partner
    ADD CONSTRAINT partner_partner_producer_id_key UNIQUE (producer_id);
ALTER TABLE ONLY public.partner_partner
    ADD CONSTRAINT partner_partner_sales_point_id_key UNIQUE (sales_point_id);
ALTER TABLE ONLY public.partner_partner_users
    ADD CONSTRAINT partner_partner_users_partner_id_user_id_9e5c0517_uniq UNIQUE (partner_id, user_id);
ALTER TABLE ONLY public.partner_partner_users
    ADD CONSTRAINT partner_partner_users_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partner_partneraddress
    ADD CONSTRAINT partner_partneraddress_code_key UNIQUE (code);
ALTER TABLE ONLY public.partner_partneraddress
    ADD CONSTRAINT partner_partneraddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partner_partnerevent
    ADD CONSTRAINT partner_partnerevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.partner_stockalert
    ADD CONSTRAINT partner_stockalert_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partner_stockhold
    ADD CONSTRAINT partner_stockhold_line_id_key UNIQUE (line_id);
ALTER TABLE ONLY public.partner_stockhold
    ADD CONSTRAINT partner_stockhold_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partner_stockrecord
    ADD CONSTRAINT partner_stockrecord_partner_id_partner_sku_8441e010_uniq UNIQUE (partner_id, partner_sku);
ALTER TABLE ONLY public.partner_stockrecord
    ADD CONSTRAINT partner_stockrecord_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partner_stockrecordevent
    ADD CONSTRAINT partner_stockrecordevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.payment_bankcard
    ADD CONSTRAINT payment_bankcard_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payment_source
    ADD CONSTRAINT payment_source_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payment_sourcetype
    ADD CONSTRAINT payment_sourcetype_code_key UNIQUE (code);
ALTER TABLE ONLY public.payment_sourcetype
    ADD CONSTRAINT payment_sourcetype_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payment_transaction
    ADD CONSTRAINT payment_transaction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_assignment
    ADD CONSTRAINT payments_assignment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_bankaccount
    ADD CONSTRAINT payments_bankaccount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_bankaccountevent
    ADD CONSTRAINT payments_bankaccountevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.payments_notice
    ADD CONSTRAINT payments_notice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_payment_parcels
    ADD CONSTRAINT payments_payment_parcels_payment_id_parcel_id_553c592c_uniq UNIQUE (payment_id, parcel_id);
ALTER TABLE ONLY public.payments_payment_parcels
    ADD CONSTRAINT payments_payment_parcels_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_payment
    ADD CONSTRAINT payments_payment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_payment
    ADD CONSTRAINT payments_payment_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.payments_receipt
    ADD CONSTRAINT payments_receipt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_receiptevent
    ADD CONSTRAINT payments_receiptevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.payments_refund
    ADD CONSTRAINT payments_refund_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_refundevent
    ADD CONSTRAINT payments_refundevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.payments_share
    ADD CONSTRAINT payments_share_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_sighting
    ADD CONSTRAINT payments_sighting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_statement
    ADD CONSTRAINT payments_statement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_vnpayattempt
    ADD CONSTRAINT payments_vnpayattempt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_vnpayattempt
    ADD CONSTRAINT payments_vnpayattempt_receipt_id_key UNIQUE (receipt_id);
ALTER TABLE ONLY public.payments_vnpayattempt
    ADD CONSTRAINT payments_vnpayattempt_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.pghistory_context
    ADD CONSTRAINT pghistory_context_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shipping_pickupoffer
    ADD CONSTRAINT pickup_offer_once UNIQUE (seller_id, sales_point_id);
ALTER TABLE ONLY public.traceability_place
    ADD CONSTRAINT place_name_once UNIQUE (producer_id, name);
ALTER TABLE ONLY public.traceability_portaldelivery
    ADD CONSTRAINT portal_delivery_once UNIQUE (adapter, product_id, digest);
ALTER TABLE ONLY public.producers_membership
    ADD CONSTRAINT producers_membership_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.producers_producer
    ADD CONSTRAINT producers_producer_name_key UNIQUE (name);
ALTER TABLE ONLY public.producers_producer
    ADD CONSTRAINT producers_producer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.producers_producer
    ADD CONSTRAINT producers_producer_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.catalogue_product
    ADD CONSTRAINT product_name_and_producer UNIQUE NULLS NOT DISTINCT (title, producer_id);
ALTER TABLE ONLY public.catalogue_productphoto
    ADD CONSTRAINT product_photo_once UNIQUE (product_id, photo_id);
ALTER TABLE ONLY public.search_usage_querycount
    ADD CONSTRAINT query_count_once UNIQUE (day, text);
ALTER TABLE ONLY public.questions_answer
    ADD CONSTRAINT questions_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.questions_answer
    ADD CONSTRAINT questions_answer_question_id_key UNIQUE (question_id);
ALTER TABLE ONLY public.questions_question
    ADD CONSTRAINT questions_question_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.questions_question
    ADD CONSTRAINT questions_question_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.payments_sighting
    ADD CONSTRAINT receipt_seen_once UNIQUE (account_id, source, identity);
ALTER TABLE ONLY public.payments_sighting
    ADD CONSTRAINT receipt_seen_once_in_a_source UNIQUE (receipt_id, source);
ALTER TABLE ONLY public.media_rendition
    ADD CONSTRAINT rendition_once UNIQUE (image_id, filter_spec, focal_point_key);
ALTER TABLE ONLY public.reviews_productreview
    ADD CONSTRAINT reviews_productreview_code_key UNIQUE (code);
ALTER TABLE ONLY public.reviews_productreview
    ADD CONSTRAINT reviews_productreview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reviews_productreview
    ADD CONSTRAINT reviews_productreview_product_id_user_id_c4fdc4cd_uniq UNIQUE (product_id, user_id);
ALTER TABLE ONLY public.reviews_vote
    ADD CONSTRAINT reviews_vote_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reviews_vote
    ADD CONSTRAINT reviews_vote_user_id_review_id_bb858939_uniq UNIQUE (user_id, review_id);
ALTER TABLE ONLY public.salespoints_salespointmembership
    ADD CONSTRAINT sales_membership_once UNIQUE (user_id, sales_point_id, since);
ALTER TABLE ONLY public.salespoints_recallnotice
    ADD CONSTRAINT salespoints_recallnotice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.salespoints_salespoint
    ADD CONSTRAINT salespoints_salespoint_name_key UNIQUE (name);
ALTER TABLE ONLY public.salespoints_salespoint
    ADD CONSTRAINT salespoints_salespoint_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.salespoints_salespoint
    ADD CONSTRAINT salespoints_salespoint_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.salespoints_salespointmembership
    ADD CONSTRAINT salespoints_salespointmembership_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_indexreplica
    ADD CONSTRAINT search_indexreplica_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.search_outboxentry
    ADD CONSTRAINT search_outboxentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_replicachange
    ADD CONSTRAINT search_replicachange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_suggestionchange
    ADD CONSTRAINT search_suggestionchange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_usage_publicquery
    ADD CONSTRAINT search_usage_publicquery_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_usage_publicquery
    ADD CONSTRAINT search_usage_publicquery_text_key UNIQUE (text);
ALTER TABLE ONLY public.search_usage_querycount
    ADD CONSTRAINT search_usage_querycount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_workerheartbeat
    ADD CONSTRAINT search_workerheartbeat_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.order_sellermails
    ADD CONSTRAINT seller_mails_once UNIQUE (user_id, producer_id);
ALTER TABLE ONLY public.payments_share
    ADD CONSTRAINT share_once_for_each_parcel UNIQUE NULLS NOT DISTINCT (receipt_id, parcel_id);
ALTER TABLE ONLY public.shipping_shipment
    ADD CONSTRAINT shipment_number_once UNIQUE (carrier, number);
ALTER TABLE ONLY public.shipping_deliveryzone
    ADD CONSTRAINT shipping_deliveryzone_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shipping_deliveryzoneevent
    ADD CONSTRAINT shipping_deliveryzoneevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.shipping_orderanditemcharges_countries
    ADD CONSTRAINT shipping_orderanditemcha_orderanditemcharges_id_c_9f0c9c8f_uniq UNIQUE (orderanditemcharges_id, country_id);
ALTER TABLE ONLY public.shipping_orderanditemcharges
    ADD CONSTRAINT shipping_orderanditemcharges_code_key UNIQUE (code);
ALTER TABLE ONLY public.shipping_orderanditemcharges_countries
    ADD CONSTRAINT shipping_orderanditemcharges_countries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shipping_orderanditemcharges
    ADD CONSTRAINT shipping_orderanditemcharges_name_key UNIQUE (name);
ALTER TABLE ONLY public.shipping_orderanditemcharges
    ADD CONSTRAINT shipping_orderanditemcharges_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shipping_packedweight
    ADD CONSTRAINT shipping_packedweight_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shipping_packedweight
    ADD CONSTRAINT shipping_packedweight_stockrecord_id_key UNIQUE (stockrecord_id);
ALTER TABLE ONLY public.shipping_pickupoffer
    ADD CONSTRAINT shipping_pickupoffer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shipping_pickupofferevent
    ADD CONSTRAINT shipping_pickupofferevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.shipping_shipment
    ADD CONSTRAINT shipping_shipment_parcel_id_key UNIQUE (parcel_id);
ALTER TABLE ONLY public.shipping_shipment
    ADD CONSTRAINT shipping_shipment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shipping_trackingevent
    ADD CONSTRAINT shipping_trackingevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shipping_weightband
    ADD CONSTRAINT shipping_weightband_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shipping_weightbased
    ADD CONSTRAINT shipping_weightbased_code_key UNIQUE (code);
ALTER TABLE ONLY public.shipping_weightbased_countries
    ADD CONSTRAINT shipping_weightbased_cou_weightbased_id_country_i_de8c5e42_uniq UNIQUE (weightbased_id, country_id);
ALTER TABLE ONLY public.shipping_weightbased_countries
    ADD CONSTRAINT shipping_weightbased_countries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shipping_weightbased
    ADD CONSTRAINT shipping_weightbased_name_key UNIQUE (name);
ALTER TABLE ONLY public.shipping_weightbased
    ADD CONSTRAINT shipping_weightbased_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.geography_unitspelling
    ADD CONSTRAINT spelling_once UNIQUE (unit_id, text);
ALTER TABLE ONLY public.payments_statement
    ADD CONSTRAINT statement_uploaded_once UNIQUE (account_id, digest);
ALTER TABLE ONLY public.geography_succession
    ADD CONSTRAINT succession_once UNIQUE (old_id, new_id);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_name_key UNIQUE (name);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uni UNIQUE (content_type_id, object_id, tag_id);
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.tax_deliveryvat
    ADD CONSTRAINT tax_deliveryvat_parcel_id_key UNIQUE (parcel_id);
ALTER TABLE ONLY public.tax_deliveryvat
    ADD CONSTRAINT tax_deliveryvat_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.tax_invoicerequest
    ADD CONSTRAINT tax_invoicerequest_order_id_key UNIQUE (order_id);
ALTER TABLE ONLY public.tax_invoicerequest
    ADD CONSTRAINT tax_invoicerequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.tax_linevat
    ADD CONSTRAINT tax_linevat_line_id_key UNIQUE (line_id);
ALTER TABLE ONLY public.tax_linevat
    ADD CONSTRAINT tax_linevat_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.tax_offervat
    ADD CONSTRAINT tax_offervat_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.tax_offervat
    ADD CONSTRAINT tax_offervat_stock_record_id_key UNIQUE (stock_record_id);
ALTER TABLE ONLY public.tax_sellertax
    ADD CONSTRAINT tax_sellertax_partner_id_key UNIQUE (partner_id);
ALTER TABLE ONLY public.tax_sellertax
    ADD CONSTRAINT tax_sellertax_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_capturedevent
    ADD CONSTRAINT traceability_capturedevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_capturejob
    ADD CONSTRAINT traceability_capturejob_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_capturekey
    ADD CONSTRAINT traceability_capturekey_digest_key UNIQUE (digest);
ALTER TABLE ONLY public.traceability_capturekey
    ADD CONSTRAINT traceability_capturekey_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_clonealert
    ADD CONSTRAINT traceability_clonealert_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_event
    ADD CONSTRAINT traceability_event_corrects_id_key UNIQUE (corrects_id);
ALTER TABLE ONLY public.traceability_event
    ADD CONSTRAINT traceability_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_lot
    ADD CONSTRAINT traceability_lot_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_lotevent
    ADD CONSTRAINT traceability_lotevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.traceability_lotinput
    ADD CONSTRAINT traceability_lotinput_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_lotinputevent
    ADD CONSTRAINT traceability_lotinputevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.traceability_place
    ADD CONSTRAINT traceability_place_code_key UNIQUE (code);
ALTER TABLE ONLY public.traceability_place
    ADD CONSTRAINT traceability_place_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_portaldelivery
    ADD CONSTRAINT traceability_portaldelivery_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_printrun
    ADD CONSTRAINT traceability_printrun_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_productgtin
    ADD CONSTRAINT traceability_productgtin_gtin_key UNIQUE (gtin);
ALTER TABLE ONLY public.traceability_productgtin
    ADD CONSTRAINT traceability_productgtin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_productgtin
    ADD CONSTRAINT traceability_productgtin_product_id_key UNIQUE (product_id);
ALTER TABLE ONLY public.traceability_recall
    ADD CONSTRAINT traceability_recall_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_recallend
    ADD CONSTRAINT traceability_recallend_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_recallevent
    ADD CONSTRAINT traceability_recallevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.traceability_scan
    ADD CONSTRAINT traceability_scan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_scansummary
    ADD CONSTRAINT traceability_scansummary_pkey PRIMARY KEY (stamp_id);
ALTER TABLE ONLY public.traceability_signingkey
    ADD CONSTRAINT traceability_signingkey_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.traceability_signingkey
    ADD CONSTRAINT traceability_signingkey_public_key_key UNIQUE (public_key);
ALTER TABLE ONLY public.traceability_signingkeyevent
    ADD CONSTRAINT traceability_signingkeyevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.traceability_stamp
    ADD CONSTRAINT traceability_stamp_code_key UNIQUE (code);
ALTER TABLE ONLY public.traceability_stamp
    ADD CONSTRAINT traceability_stamp_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_stampbatch
    ADD CONSTRAINT traceability_stampbatch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_stampbatch
    ADD CONSTRAINT traceability_stampbatch_prefix_key UNIQUE (prefix);
ALTER TABLE ONLY public.traceability_stampbatchevent
    ADD CONSTRAINT traceability_stampbatchevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.traceability_stampevent
    ADD CONSTRAINT traceability_stampevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.traceability_suspicionreport
    ADD CONSTRAINT traceability_suspicionreport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_suspicionreport
    ADD CONSTRAINT traceability_suspicionreport_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.shipping_trackingevent
    ADD CONSTRAINT tracking_event_once UNIQUE (shipment_id, identity);
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT unique_permission UNIQUE (group_id, page_id, permission_id);
ALTER TABLE ONLY public.geography_adminunit
    ADD CONSTRAINT unit_system_code UNIQUE (system, code);
ALTER TABLE ONLY public.voucher_voucher
    ADD CONSTRAINT voucher_voucher_code_key UNIQUE (code);
ALTER TABLE ONLY public.voucher_voucher
    ADD CONSTRAINT voucher_voucher_name_b96d3b47_uniq UNIQUE (name);
ALTER TABLE ONLY public.voucher_voucher_offers
    ADD CONSTRAINT voucher_voucher_offers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.voucher_voucher_offers
    ADD CONSTRAINT voucher_voucher_offers_voucher_id_conditionalof_01628a7f_uniq UNIQUE (voucher_id, conditionaloffer_id);
ALTER TABLE ONLY public.voucher_voucher
    ADD CONSTRAINT voucher_voucher_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.voucher_voucherapplication
    ADD CONSTRAINT voucher_voucherapplication_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.voucher_voucherset
    ADD CONSTRAINT voucher_voucherset_name_4c6aac05_uniq UNIQUE (name);
ALTER TABLE ONLY public.voucher_voucherset
    ADD CONSTRAINT voucher_voucherset_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vouchers_share
    ADD CONSTRAINT vouchers_share_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vouchers_terms
    ADD CONSTRAINT vouchers_terms_key_key UNIQUE (key);
ALTER TABLE ONLY public.vouchers_terms
    ADD CONSTRAINT vouchers_terms_offer_id_key UNIQUE (offer_id);
ALTER TABLE ONLY public.vouchers_terms
    ADD CONSTRAINT vouchers_terms_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vouchers_terms
    ADD CONSTRAINT vouchers_terms_voucher_id_key UNIQUE (voucher_id);
ALTER TABLE ONLY public.vouchers_termsevent
    ADD CONSTRAINT vouchers_termsevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.wagtailadmin_admin
    ADD CONSTRAINT wagtailadmin_admin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editingsession_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_key_hash_key UNIQUE (key_hash);
ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collection
    ADD CONSTRAINT wagtailcore_collection_path_key UNIQUE (path);
ALTER TABLE ONLY public.wagtailcore_collection
    ADD CONSTRAINT wagtailcore_collection_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collectionvi_collectionviewrestrictio_988995ae_uniq UNIQUE (collectionviewrestriction_id, group_id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collectionviewrestriction_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction
    ADD CONSTRAINT wagtailcore_collectionviewrestriction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentreply_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapprova_groupapprovaltask_id_gro_bb5ee7eb_uniq UNIQUE (groupapprovaltask_id, group_id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapprovaltask_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask
    ADD CONSTRAINT wagtailcore_groupapprovaltask_pkey PRIMARY KEY (task_ptr_id);
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcollect_group_id_collection_id_p_a21cefe9_uniq UNIQUE (group_id, collection_id, permission_id);
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcollectionpermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppagepermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsiteper_group_id_site_id_permiss_a58ee30d_uniq UNIQUE (group_id, site_id, permission_id);
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsitepermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_locale
    ADD CONSTRAINT wagtailcore_locale_language_code_key UNIQUE (language_code);
ALTER TABLE ONLY public.wagtailcore_locale
    ADD CONSTRAINT wagtailcore_locale_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_modellogentry
    ADD CONSTRAINT wagtailcore_modellogentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_path_key UNIQUE (path);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_translation_key_locale_id_9b041bad_uniq UNIQUE (translation_key, locale_id);
ALTER TABLE ONLY public.wagtailcore_pagelogentry
    ADD CONSTRAINT wagtailcore_pagelogentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_pagerevision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_page_id_user_id_0cef73ed_uniq UNIQUE (page_id, user_id);
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageviewrest_pageviewrestriction_id_g_d23f80bb_uniq UNIQUE (pageviewrestriction_id, group_id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageviewrestriction_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction
    ADD CONSTRAINT wagtailcore_pageviewrestriction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenceind_base_content_type_id_obj_9e6ccd6a_uniq UNIQUE (base_content_type_id, object_id, to_content_type_id, to_object_id, content_path_hash);
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenceindex_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_hostname_port_2c626d70_uniq UNIQUE (hostname, port);
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_task
    ADD CONSTRAINT wagtailcore_task_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploadedfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflow
    ADD CONSTRAINT wagtailcore_workflow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflowcontenttype_pkey PRIMARY KEY (content_type_id);
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflowpage_pkey PRIMARY KEY (page_id);
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflowstate_current_task_state_id_key UNIQUE (current_task_state_id);
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflowstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflowtask_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflowtask_workflow_id_task_id_4ec7a62b_uniq UNIQUE (workflow_id, task_id);
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailembeds_embed
    ADD CONSTRAINT wagtailembeds_embed_hash_c9bd8c9a_uniq UNIQUE (hash);
ALTER TABLE ONLY public.wagtailembeds_embed
    ADD CONSTRAINT wagtailembeds_embed_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailforms_formsubmission
    ADD CONSTRAINT wagtailforms_formsubmission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendition_image_id_filter_spec_foc_323c8fe0_uniq UNIQUE (image_id, filter_spec, focal_point_key);
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_redirect_old_path_site_id_783622d7_uniq UNIQUE (old_path, site_id);
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_redirect_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexentry_content_type_id_object_i_bcd7ba73_uniq UNIQUE (content_type_id, object_id);
ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_user_id_key UNIQUE (user_id);
ALTER TABLE ONLY public.wishlists_line
    ADD CONSTRAINT wishlists_line_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wishlists_line
    ADD CONSTRAINT wishlists_line_wishlist_id_product_id_78f04673_uniq UNIQUE (wishlist_id, product_id);
ALTER TABLE ONLY public.wishlists_wishlist
    ADD CONSTRAINT wishlists_wishlist_key_key UNIQUE (key);
ALTER TABLE ONLY public.wishlists_wishlist
    ADD CONSTRAINT wishlists_wishlist_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wishlists_wishlistsharedemail
    ADD CONSTRAINT wishlists_wishlistsharedemail_pkey PRIMARY KEY (id);
CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);
CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);
CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);
CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);
CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);
CREATE INDEX accounts_secondfactorreset_answered_by_id_b3bc2888 ON public.accounts_secondfactorreset USING btree (answered_by_id);
CREATE INDEX accounts_secondfactorreset_asked_by_id_e362eaa4 ON public.accounts_secondfactorreset USING btree (asked_by_id);
CREATE INDEX accounts_secondfactorreset_person_id_f0279534 ON public.accounts_secondfactorreset USING btree (person_id);
CREATE INDEX accounts_user_groups_group_id_bd11a704 ON public.accounts_user_groups USING btree (group_id);
CREATE INDEX accounts_user_groups_user_id_52b62117 ON public.accounts_user_groups USING btree (user_id);
CREATE INDEX accounts_user_user_permissions_permission_id_113bb443 ON public.accounts_user_user_permissions USING btree (permission_id);
CREATE INDEX accounts_user_user_permissions_user_id_e4f0a161 ON public.accounts_user_user_permissions USING btree (user_id);
CREATE INDEX address_country_display_order_dc88cde8 ON public.address_country USING btree (display_order);
CREATE INDEX address_country_is_shipping_country_f7b6c461 ON public.address_country USING btree (is_shipping_country);
CREATE INDEX address_country_iso_3166_1_a2_f395eed0_like ON public.address_country USING btree (iso_3166_1_a2 varchar_pattern_ops);
CREATE INDEX address_country_printable_name_450b016c ON public.address_country USING btree (printable_name);
CREATE INDEX address_country_printable_name_450b016c_like ON public.address_country USING btree (printable_name varchar_pattern_ops);
CREATE INDEX address_useraddress_code_746f229c_like ON public.address_useraddress USING btree (code varchar_pattern_ops);
CREATE INDEX address_useraddress_country_id_fa26a249 ON public.address_useraddress USING btree (country_id);
CREATE INDEX address_useraddress_country_id_fa26a249_like ON public.address_useraddress USING btree (country_id varchar_pattern_ops);
CREATE INDEX address_useraddress_hash_e0a6b290 ON public.address_useraddress USING btree (hash);
CREATE INDEX address_useraddress_hash_e0a6b290_like ON public.address_useraddress USING btree (hash varchar_pattern_ops);
CREATE INDEX address_useraddress_user_id_6edf0244 ON public.address_useraddress USING btree (user_id);
CREATE INDEX analytics_productrecord_num_purchases_405301a0 ON public.analytics_productrecord USING btree (num_purchases);
CREATE INDEX analytics_userproductview_product_id_a55b87ad ON public.analytics_userproductview USING btree (product_id);
CREATE INDEX analytics_userproductview_user_id_5e49a8b1 ON public.analytics_userproductview USING btree (user_id);
CREATE INDEX analytics_userrecord_num_order_items_fb2a8304 ON public.analytics_userrecord USING btree (num_order_items);
CREATE INDEX analytics_userrecord_num_order_lines_97cc087f ON public.analytics_userrecord USING btree (num_order_lines);
CREATE INDEX analytics_userrecord_num_orders_b352ffd1 ON public.analytics_userrecord USING btree (num_orders);
CREATE INDEX analytics_usersearch_query_ad36478b ON public.analytics_usersearch USING btree (query);
CREATE INDEX analytics_usersearch_query_ad36478b_like ON public.analytics_usersearch USING btree (query varchar_pattern_ops);
CREATE INDEX analytics_usersearch_user_id_1775992d ON public.analytics_usersearch USING btree (user_id);
CREATE UNIQUE INDEX assignment_one_open ON public.payments_assignment USING btree (receipt_id) WHERE (answered_at IS NULL);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE UNIQUE INDEX bank_account_entered_once ON public.payments_bankaccount USING btree (bank_bin, number, partner_id) NULLS NOT DISTINCT WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX bank_account_once ON public.payments_bankaccount USING btree (bank_bin, number) WHERE ((activated_by_id IS NOT NULL) OR is_illustrative);
CREATE INDEX base_content_object_idx ON public.wagtailcore_revision USING btree (base_content_type_id, object_id);
CREATE INDEX basket_basket_owner_id_3a018de5 ON public.basket_basket USING btree (owner_id);
CREATE INDEX basket_basket_vouchers_basket_id_f857c2f8 ON public.basket_basket_vouchers USING btree (basket_id);
CREATE INDEX basket_basket_vouchers_voucher_id_c2b66981 ON public.basket_basket_vouchers USING btree (voucher_id);
CREATE INDEX basket_line_basket_id_b615c905 ON public.basket_line USING btree (basket_id);
CREATE INDEX basket_line_date_created_eb0dfb1b ON public.basket_line USING btree (date_created);
CREATE INDEX basket_line_date_updated_a74d069d ON public.basket_line USING btree (date_updated);
CREATE INDEX basket_line_line_reference_08e91113 ON public.basket_line USING btree (line_reference);
CREATE INDEX basket_line_line_reference_08e91113_like ON public.basket_line USING btree (line_reference varchar_pattern_ops);
CREATE INDEX basket_line_product_id_303d743e ON public.basket_line USING btree (product_id);
CREATE INDEX basket_line_stockrecord_id_7039d8a4 ON public.basket_line USING btree (stockrecord_id);
CREATE INDEX basket_lineattribute_line_id_c41e0cdf ON public.basket_lineattribute USING btree (line_id);
CREATE INDEX basket_lineattribute_option_id_9387a3f7 ON public.basket_lineattribute USING btree (option_id);
CREATE INDEX buyer_reviews_removal_by_id_2c024c94 ON public.buyer_reviews_removal USING btree (by_id);
CREATE INDEX buyer_reviews_removal_product_id_ac8e078c ON public.buyer_reviews_removal USING btree (product_id);
CREATE INDEX buyer_reviews_reply_by_id_5fa3d9ce ON public.buyer_reviews_reply USING btree (by_id);
CREATE INDEX caching_publicchange_product_id_cf539d4a ON public.caching_publicchange USING btree (product_id);
CREATE INDEX captured_event_epcs ON public.traceability_capturedevent USING gin (epcs);
CREATE INDEX captured_event_time ON public.traceability_capturedevent USING btree (producer_id, event_time, id);
CREATE UNIQUE INDEX cash_collected_once ON public.payments_receipt USING btree (payment_id) WHERE ((method)::text = 'cash'::text);
CREATE INDEX catalogue_attributeoption_code_861d9e91_like ON public.catalogue_attributeoption USING btree (code varchar_pattern_ops);
CREATE INDEX catalogue_attributeoption_group_id_3d4a5e24 ON public.catalogue_attributeoption USING btree (group_id);
CREATE INDEX catalogue_attributeoptiongroup_code_30e7931f_like ON public.catalogue_attributeoptiongroup USING btree (code varchar_pattern_ops);
CREATE INDEX catalogue_category_ancestors_are_public_d088d0db ON public.catalogue_category USING btree (ancestors_are_public);
CREATE INDEX catalogue_category_code_98f4a4fa_like ON public.catalogue_category USING btree (code varchar_pattern_ops);
CREATE INDEX catalogue_category_exclude_from_menu_898e8583 ON public.catalogue_category USING btree (exclude_from_menu);
CREATE INDEX catalogue_category_is_public_ab0536be ON public.catalogue_category USING btree (is_public);
CREATE INDEX catalogue_category_name_1f342ac2 ON public.catalogue_category USING btree (name);
CREATE INDEX catalogue_category_name_1f342ac2_like ON public.catalogue_category USING btree (name varchar_pattern_ops);
CREATE INDEX catalogue_category_path_1c5b79c2_like ON public.catalogue_category USING btree (path varchar_pattern_ops);
CREATE INDEX catalogue_category_slug_9635febd ON public.catalogue_category USING btree (slug);
CREATE INDEX catalogue_category_slug_9635febd_like ON public.catalogue_category USING btree (slug varchar_pattern_ops);
CREATE INDEX catalogue_listingchange_answered_by_id_60cb0909 ON public.catalogue_listingchange USING btree (answered_by_id);
CREATE INDEX catalogue_listingchange_asked_by_id_f96001ed ON public.catalogue_listingchange USING btree (asked_by_id);
CREATE INDEX catalogue_listingchange_photo_id_ca04df5a ON public.catalogue_listingchange USING btree (photo_id);
CREATE INDEX catalogue_listingchange_product_id_11b6e1ae ON public.catalogue_listingchange USING btree (product_id);
CREATE INDEX catalogue_option_code_0697b920_like ON public.catalogue_option USING btree (code varchar_pattern_ops);
CREATE INDEX catalogue_option_name_7b84926d ON public.catalogue_option USING btree (name);
CREATE INDEX catalogue_option_name_7b84926d_like ON public.catalogue_option USING btree (name varchar_pattern_ops);
CREATE INDEX catalogue_option_option_group_id_2fd86269 ON public.catalogue_option USING btree (option_group_id);
CREATE INDEX catalogue_option_order_d4ee348f ON public.catalogue_option USING btree ("order");
CREATE UNIQUE INDEX catalogue_product_category_hierarchy_idx ON public.catalogue_product_category_hierarchy USING btree (product_id, category_id);
CREATE INDEX catalogue_product_code_a7386c07_like ON public.catalogue_product USING btree (code varchar_pattern_ops);
CREATE INDEX catalogue_product_date_created_d66f485a ON public.catalogue_product USING btree (date_created);
CREATE INDEX catalogue_product_date_updated_d3a1785d ON public.catalogue_product USING btree (date_updated);
CREATE INDEX catalogue_product_is_public_1cf798c5 ON public.catalogue_product USING btree (is_public);
CREATE INDEX catalogue_product_parent_id_9bfd2382 ON public.catalogue_product USING btree (parent_id);
CREATE INDEX catalogue_product_priority_983a8f56 ON public.catalogue_product USING btree (priority);
CREATE INDEX catalogue_product_producer_id_312ae37b ON public.catalogue_product USING btree (producer_id);
CREATE INDEX catalogue_product_product_class_id_0c6c5b54 ON public.catalogue_product USING btree (product_class_id);
CREATE INDEX catalogue_product_product_options_option_id_ff470e13 ON public.catalogue_product_product_options USING btree (option_id);
CREATE INDEX catalogue_product_product_options_product_id_ad2b46bd ON public.catalogue_product_product_options USING btree (product_id);
CREATE INDEX catalogue_product_slug_c8e2e2b9_like ON public.catalogue_product USING btree (slug varchar_pattern_ops);
CREATE INDEX catalogue_product_unit_id_b9f4c7f9 ON public.catalogue_product USING btree (unit_id);
CREATE INDEX catalogue_product_upc_91f72b90_like ON public.catalogue_product USING btree (upc varchar_pattern_ops);
CREATE INDEX catalogue_productattribute_attributeoption_id_962b600b ON public.catalogue_productattributevalue_value_multi_option USING btree (attributeoption_id);
CREATE INDEX catalogue_productattribute_code_9ffea293 ON public.catalogue_productattribute USING btree (code);
CREATE INDEX catalogue_productattribute_code_9ffea293_like ON public.catalogue_productattribute USING btree (code varchar_pattern_ops);
CREATE INDEX catalogue_productattribute_option_group_id_6b422dc2 ON public.catalogue_productattribute USING btree (option_group_id);
CREATE INDEX catalogue_productattribute_product_class_id_7af808ec ON public.catalogue_productattribute USING btree (product_class_id);
CREATE INDEX catalogue_productattribute_productattributevalue_id_9c7c031e ON public.catalogue_productattributevalue_value_multi_option USING btree (productattributevalue_id);
CREATE INDEX catalogue_productattributevalue_attribute_id_0287c1e7 ON public.catalogue_productattributevalue USING btree (attribute_id);
CREATE INDEX catalogue_productattributevalue_entity_content_type_id_f7186ab5 ON public.catalogue_productattributevalue USING btree (entity_content_type_id);
CREATE INDEX catalogue_productattributevalue_product_id_a03cd90e ON public.catalogue_productattributevalue USING btree (product_id);
CREATE INDEX catalogue_productattributevalue_value_boolean_c5b0d66a ON public.catalogue_productattributevalue USING btree (value_boolean);
CREATE INDEX catalogue_productattributevalue_value_date_d18775c1 ON public.catalogue_productattributevalue USING btree (value_date);
CREATE INDEX catalogue_productattributevalue_value_datetime_b474ac38 ON public.catalogue_productattributevalue USING btree (value_datetime);
CREATE INDEX catalogue_productattributevalue_value_float_5ef8d3db ON public.catalogue_productattributevalue USING btree (value_float);
CREATE INDEX catalogue_productattributevalue_value_integer_55fbb7d6 ON public.catalogue_productattributevalue USING btree (value_integer);
CREATE INDEX catalogue_productattributevalue_value_option_id_21026066 ON public.catalogue_productattributevalue USING btree (value_option_id);
CREATE INDEX catalogue_productcategory_category_id_176db535 ON public.catalogue_productcategory USING btree (category_id);
CREATE INDEX catalogue_productcategory_product_id_846a4061 ON public.catalogue_productcategory USING btree (product_id);
CREATE INDEX catalogue_productclass_options_option_id_b099542c ON public.catalogue_productclass_options USING btree (option_id);
CREATE INDEX catalogue_productclass_options_productclass_id_732df4c8 ON public.catalogue_productclass_options USING btree (productclass_id);
CREATE INDEX catalogue_productclass_slug_270c6b2b_like ON public.catalogue_productclass USING btree (slug varchar_pattern_ops);
CREATE INDEX catalogue_productimage_code_fdab9782_like ON public.catalogue_productimage USING btree (code varchar_pattern_ops);
CREATE INDEX catalogue_productimage_display_order_9fa741ac ON public.catalogue_productimage USING btree (display_order);
CREATE INDEX catalogue_productimage_product_id_49474fe8 ON public.catalogue_productimage USING btree (product_id);
CREATE INDEX catalogue_productphoto_photo_id_0d98697e ON public.catalogue_productphoto USING btree (photo_id);
CREATE INDEX catalogue_productphoto_product_id_b70a4dca ON public.catalogue_productphoto USING btree (product_id);
CREATE INDEX catalogue_productrecommendation_primary_id_6e51a55c ON public.catalogue_productrecommendation USING btree (primary_id);
CREATE INDEX catalogue_productrecommendation_ranking_e7a0f7fd ON public.catalogue_productrecommendation USING btree (ranking);
CREATE INDEX catalogue_productrecommendation_recommendation_id_daf8ae95 ON public.catalogue_productrecommendation USING btree (recommendation_id);
CREATE INDEX certification_certificate_product_id_a1ad3267 ON public.certification_certificate USING btree (product_id);
CREATE INDEX certification_certificateevent_pgh_context_id_c24a37cc ON public.certification_certificateevent USING btree (pgh_context_id);
CREATE INDEX certification_certificateevent_pgh_obj_id_ae0828be ON public.certification_certificateevent USING btree (pgh_obj_id);
CREATE INDEX certification_certificateevent_product_id_e73d1733 ON public.certification_certificateevent USING btree (product_id);
CREATE INDEX certification_reportedstep_product_id_4f747c7f ON public.certification_reportedstep USING btree (product_id);
CREATE INDEX certification_restoration_answered_by_id_9b4aa0e2 ON public.certification_restoration USING btree (answered_by_id);
CREATE INDEX certification_restoration_asked_by_id_25ccb585 ON public.certification_restoration USING btree (asked_by_id);
CREATE INDEX certification_restoration_certificate_id_37368688 ON public.certification_restoration USING btree (certificate_id);
CREATE UNIQUE INDEX claim_one_open_for_each_parcel ON public.claims_claim USING btree (parcel_id) WHERE (NOT ((state)::text = 'closed'::text));
CREATE INDEX claim_queue ON public.claims_claim USING btree (state, due_at);
CREATE INDEX claims_claim_parcel_id_c432a7ee ON public.claims_claim USING btree (parcel_id);
CREATE INDEX claims_claim_reference_f3d99afc_like ON public.claims_claim USING btree (reference varchar_pattern_ops);
CREATE INDEX claims_claimevent_pgh_context_id_4118ff06 ON public.claims_claimevent USING btree (pgh_context_id);
CREATE INDEX claims_claimevent_pgh_obj_id_a7b94453 ON public.claims_claimevent USING btree (pgh_obj_id);
CREATE INDEX claims_claimline_claim_id_bc37483f ON public.claims_claimline USING btree (claim_id);
CREATE INDEX claims_claimline_line_id_d0ab181c ON public.claims_claimline USING btree (line_id);
CREATE INDEX claims_claimmessage_by_id_02b3a534 ON public.claims_claimmessage USING btree (by_id);
CREATE INDEX claims_claimmessage_claim_id_724e3d19 ON public.claims_claimmessage USING btree (claim_id);
CREATE INDEX claims_claimphoto_claim_id_5ba764db ON public.claims_claimphoto USING btree (claim_id);
CREATE UNIQUE INDEX clone_alert_one_open ON public.traceability_clonealert USING btree (stamp_id) WHERE ((state)::text = ANY (ARRAY[('new'::character varying)::text, ('in_hand'::character varying)::text]));
CREATE INDEX cms_fairproduct_fair_id_260f248b ON public.cms_fairproduct USING btree (fair_id);
CREATE INDEX cms_fairproduct_product_id_293d1155 ON public.cms_fairproduct USING btree (product_id);
CREATE INDEX communication_communicationeventtype_name_45761eb9 ON public.communication_communicationeventtype USING btree (name);
CREATE INDEX communication_communicationeventtype_name_45761eb9_like ON public.communication_communicationeventtype USING btree (name varchar_pattern_ops);
CREATE INDEX complaint_queue ON public.complaints_complaint USING btree (state, created_at DESC);
CREATE INDEX complaints_complaint_handled_by_id_3040ae2c ON public.complaints_complaint USING btree (handled_by_id);
CREATE INDEX complaints_complaint_product_id_170d2c47 ON public.complaints_complaint USING btree (product_id);
CREATE INDEX complaints_complaint_reference_d6095155_like ON public.complaints_complaint USING btree (reference varchar_pattern_ops);
CREATE INDEX complaints_complaintevent_handled_by_id_5efe984b ON public.complaints_complaintevent USING btree (handled_by_id);
CREATE INDEX complaints_complaintevent_pgh_context_id_7c5b6886 ON public.complaints_complaintevent USING btree (pgh_context_id);
CREATE INDEX complaints_complaintevent_pgh_obj_id_ef536756 ON public.complaints_complaintevent USING btree (pgh_obj_id);
CREATE INDEX confirmation_waiting ON public.order_confirmation USING btree (due_at) WHERE ((outcome)::text = 'waiting'::text);
CREATE INDEX content_object_idx ON public.wagtailcore_revision USING btree (content_type_id, object_id);
CREATE INDEX customer_communicationeventtype_code_984beacb_like ON public.communication_communicationeventtype USING btree (code varchar_pattern_ops);
CREATE INDEX customer_email_user_id_a69ad588 ON public.communication_email USING btree (user_id);
CREATE INDEX customer_notification_date_sent_9b6baeda ON public.communication_notification USING btree (date_sent);
CREATE INDEX customer_notification_recipient_id_d99de5c8 ON public.communication_notification USING btree (recipient_id);
CREATE INDEX customer_notification_sender_id_affa1632 ON public.communication_notification USING btree (sender_id);
CREATE INDEX customer_productalert_date_created_00622b1c ON public.customer_productalert USING btree (date_created);
CREATE INDEX customer_productalert_email_e5f35f45 ON public.customer_productalert USING btree (email);
CREATE INDEX customer_productalert_email_e5f35f45_like ON public.customer_productalert USING btree (email varchar_pattern_ops);
CREATE INDEX customer_productalert_key_a26f3bdc ON public.customer_productalert USING btree (key);
CREATE INDEX customer_productalert_key_a26f3bdc_like ON public.customer_productalert USING btree (key varchar_pattern_ops);
CREATE INDEX customer_productalert_product_id_7e529a41 ON public.customer_productalert USING btree (product_id);
CREATE INDEX customer_productalert_user_id_677ad6d6 ON public.customer_productalert USING btree (user_id);
CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);
CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);
CREATE INDEX django_flatpage_sites_flatpage_id_078bbc8b ON public.django_flatpage_sites USING btree (flatpage_id);
CREATE INDEX django_flatpage_sites_site_id_bfd8ea84 ON public.django_flatpage_sites USING btree (site_id);
CREATE INDEX django_flatpage_url_41612362 ON public.django_flatpage USING btree (url);
CREATE INDEX django_flatpage_url_41612362_like ON public.django_flatpage USING btree (url varchar_pattern_ops);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX django_site_domain_a2e37b91_like ON public.django_site USING btree (domain varchar_pattern_ops);
CREATE INDEX django_task_backend_071754_idx ON public.django_tasks_database_dbtaskresult USING btree (backend_name);
CREATE INDEX django_task_queue_n_99c321_idx ON public.django_tasks_database_dbtaskresult USING btree (queue_name);
CREATE UNIQUE INDEX event_id_once ON public.traceability_event USING btree (event_id) WHERE (NOT ((event_id)::text = ''::text));
CREATE UNIQUE INDEX fair_import_key_once ON public.cms_fairpage USING btree (import_key) WHERE (NOT ((import_key)::text = ''::text));
CREATE INDEX formstate_user_object ON public.wagtailadmin_formstate USING btree (user_id, content_type_id, object_id, parent_object_id);
CREATE INDEX geography_adminunit_parent_id_5fbea402 ON public.geography_adminunit USING btree (parent_id);
CREATE INDEX geography_adminunit_slug_b22fc481_like ON public.geography_adminunit USING btree (slug varchar_pattern_ops);
CREATE INDEX geography_succession_new_id_6577cb78 ON public.geography_succession USING btree (new_id);
CREATE INDEX geography_succession_old_id_dc389cee ON public.geography_succession USING btree (old_id);
CREATE INDEX geography_unitspelling_unit_id_e209277a ON public.geography_unitspelling USING btree (unit_id);
CREATE INDEX idempotency_sentform_created_at_21f455b2 ON public.idempotency_sentform USING btree (created_at);
CREATE INDEX idempotency_sentform_key_074ae7e3_like ON public.idempotency_sentform USING btree (key varchar_pattern_ops);
CREATE UNIQUE INDEX listingchange_one_open_of_texts ON public.catalogue_listingchange USING btree (product_id) WHERE ((answered_at IS NULL) AND (NOT is_photo));
CREATE UNIQUE INDEX lot_input_once ON public.traceability_lotinput USING btree (lot_id, source_lot_id) WHERE (source_lot_id IS NOT NULL);
CREATE INDEX mail_failed ON public.mail_outgoingmail USING btree (id DESC) WHERE ((state)::text = 'failed'::text);
CREATE INDEX mail_mailoptout_user_id_9acf0c1f ON public.mail_mailoptout USING btree (user_id);
CREATE INDEX mail_waiting ON public.mail_outgoingmail USING btree (next_attempt_at) WHERE ((state)::text = 'waiting'::text);
CREATE UNIQUE INDEX measure_notice_once ON public.salespoints_recallnotice USING btree (sales_point_id, certificate_id, kind) WHERE (((kind)::text = ANY (ARRAY[('revoked'::character varying)::text, ('suspended'::character varying)::text])) AND (taken_back_at IS NULL));
CREATE INDEX media_evidence_original_c45a31cf_like ON public.media_evidence USING btree (original varchar_pattern_ops);
CREATE INDEX media_evidence_sha256_a68d4da8 ON public.media_evidence USING btree (sha256);
CREATE INDEX media_evidence_sha256_a68d4da8_like ON public.media_evidence USING btree (sha256 varchar_pattern_ops);
CREATE INDEX media_photo_collection_id_a5735f90 ON public.media_photo USING btree (collection_id);
CREATE INDEX media_photo_created_at_6ed3233f ON public.media_photo USING btree (created_at);
CREATE INDEX media_photo_file_hash_b446563d ON public.media_photo USING btree (file_hash);
CREATE INDEX media_photo_file_hash_b446563d_like ON public.media_photo USING btree (file_hash varchar_pattern_ops);
CREATE INDEX media_photo_uploaded_by_user_id_557940eb ON public.media_photo USING btree (uploaded_by_user_id);
CREATE INDEX media_rendition_filter_spec_e610555e ON public.media_rendition USING btree (filter_spec);
CREATE INDEX media_rendition_filter_spec_e610555e_like ON public.media_rendition USING btree (filter_spec varchar_pattern_ops);
CREATE INDEX media_rendition_image_id_b46cff94 ON public.media_rendition USING btree (image_id);
CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);
CREATE UNIQUE INDEX news_import_key_once ON public.cms_newspage USING btree (import_key) WHERE (NOT ((import_key)::text = ''::text));
CREATE INDEX notice_by_state ON public.payments_notice USING btree (state, received_at);
CREATE UNIQUE INDEX notice_once ON public.payments_notice USING btree (source, identity) WHERE (NOT ((identity)::text = ''::text));
CREATE INDEX notification_latest ON public.notifications_notification USING btree (user_id, id DESC);
CREATE INDEX notification_unread ON public.notifications_notification USING btree (user_id) WHERE (read_at IS NULL);
CREATE INDEX notifications_notification_user_id_b5e8c0ff ON public.notifications_notification USING btree (user_id);
CREATE INDEX offer_benefit_range_id_ab19c5ab ON public.offer_benefit USING btree (range_id);
CREATE INDEX offer_condition_range_id_b023a2aa ON public.offer_condition USING btree (range_id);
CREATE INDEX offer_conditionaloffer_benefit_id_f43f68b5 ON public.offer_conditionaloffer USING btree (benefit_id);
CREATE INDEX offer_conditionaloffer_com_from_conditionaloffer_id_85c3bd9f ON public.offer_conditionaloffer_combinations USING btree (from_conditionaloffer_id);
CREATE INDEX offer_conditionaloffer_com_to_conditionaloffer_id_ae993478 ON public.offer_conditionaloffer_combinations USING btree (to_conditionaloffer_id);
CREATE INDEX offer_conditionaloffer_condition_id_e6baa945 ON public.offer_conditionaloffer USING btree (condition_id);
CREATE INDEX offer_conditionaloffer_name_340601c2_like ON public.offer_conditionaloffer USING btree (name varchar_pattern_ops);
CREATE INDEX offer_conditionaloffer_priority_4c2fc582 ON public.offer_conditionaloffer USING btree (priority);
CREATE INDEX offer_conditionaloffer_slug_e4649c01_like ON public.offer_conditionaloffer USING btree (slug varchar_pattern_ops);
CREATE INDEX offer_range_classes_productclass_id_6f6de46d ON public.offer_range_classes USING btree (productclass_id);
CREATE INDEX offer_range_classes_range_id_7d3e573e ON public.offer_range_classes USING btree (range_id);
CREATE INDEX offer_range_excluded_categories_category_id_c16fd4f7 ON public.offer_range_excluded_categories USING btree (category_id);
CREATE INDEX offer_range_excluded_categories_range_id_6346945d ON public.offer_range_excluded_categories USING btree (range_id);
CREATE INDEX offer_range_excluded_products_product_id_78c49bfc ON public.offer_range_excluded_products USING btree (product_id);
CREATE INDEX offer_range_excluded_products_range_id_cce4a032 ON public.offer_range_excluded_products USING btree (range_id);
CREATE INDEX offer_range_included_categories_category_id_c61569a5 ON public.offer_range_included_categories USING btree (category_id);
CREATE INDEX offer_range_included_categories_range_id_1b616138 ON public.offer_range_included_categories USING btree (range_id);
CREATE INDEX offer_range_name_c72a602f_like ON public.offer_range USING btree (name varchar_pattern_ops);
CREATE INDEX offer_range_proxy_class_3c9917c6_like ON public.offer_range USING btree (proxy_class varchar_pattern_ops);
CREATE INDEX offer_range_slug_ce39e53b_like ON public.offer_range USING btree (slug varchar_pattern_ops);
CREATE INDEX offer_rangeproduct_product_id_723b3ea3 ON public.offer_rangeproduct USING btree (product_id);
CREATE INDEX offer_rangeproduct_range_id_ee358495 ON public.offer_rangeproduct USING btree (range_id);
CREATE INDEX offer_rangeproductfileupload_date_uploaded_f0a4f9ae ON public.offer_rangeproductfileupload USING btree (date_uploaded);
CREATE INDEX offer_rangeproductfileupload_range_id_c055ebf8 ON public.offer_rangeproductfileupload USING btree (range_id);
CREATE INDEX offer_rangeproductfileupload_uploaded_by_id_c01a3250 ON public.offer_rangeproductfileupload USING btree (uploaded_by_id);
CREATE UNIQUE INDEX one_account_in_use_for_each ON public.payments_bankaccount USING btree (partner_id) NULLS NOT DISTINCT WHERE is_active;
CREATE UNIQUE INDEX one_usual_address_for_each ON public.address_useraddress USING btree (user_id) WHERE is_default_for_shipping;
CREATE INDEX order_billingaddress_code_e240f533_like ON public.order_billingaddress USING btree (code varchar_pattern_ops);
CREATE INDEX order_billingaddress_country_id_17f57dca ON public.order_billingaddress USING btree (country_id);
CREATE INDEX order_billingaddress_country_id_17f57dca_like ON public.order_billingaddress USING btree (country_id varchar_pattern_ops);
CREATE INDEX order_cancellation_by_id_ff970f72 ON public.order_cancellation USING btree (by_id);
CREATE INDEX order_cancellation_line_id_39d681a0 ON public.order_cancellation USING btree (line_id);
CREATE INDEX order_communicationevent_date_created_ce404d62 ON public.order_communicationevent USING btree (date_created);
CREATE INDEX order_communicationevent_event_type_id_4bc9ee29 ON public.order_communicationevent USING btree (event_type_id);
CREATE INDEX order_communicationevent_order_id_94e784ac ON public.order_communicationevent USING btree (order_id);
CREATE INDEX order_confirmation_decided_by_id_5ddb6a78 ON public.order_confirmation USING btree (decided_by_id);
CREATE INDEX order_confirmationevent_decided_by_id_029a5483 ON public.order_confirmationevent USING btree (decided_by_id);
CREATE INDEX order_confirmationevent_parcel_id_68d339e9 ON public.order_confirmationevent USING btree (parcel_id);
CREATE INDEX order_confirmationevent_pgh_context_id_177774e1 ON public.order_confirmationevent USING btree (pgh_context_id);
CREATE INDEX order_confirmationevent_pgh_obj_id_aceb3b67 ON public.order_confirmationevent USING btree (pgh_obj_id);
CREATE INDEX order_guestorder_network_5c7cc968 ON public.order_guestorder USING btree (network);
CREATE INDEX order_guestorder_network_5c7cc968_like ON public.order_guestorder USING btree (network varchar_pattern_ops);
CREATE INDEX order_line_certificate_id_dcba015e ON public.order_line USING btree (certificate_id);
CREATE INDEX order_line_order_id_b9148391 ON public.order_line USING btree (order_id);
CREATE INDEX order_line_parcel_id_192ad755 ON public.order_line USING btree (parcel_id);
CREATE INDEX order_line_partner_id_258a2fb9 ON public.order_line USING btree (partner_id);
CREATE INDEX order_line_product_id_e620902d ON public.order_line USING btree (product_id);
CREATE INDEX order_line_stockrecord_id_1d65aff5 ON public.order_line USING btree (stockrecord_id);
CREATE INDEX order_lineattribute_line_id_adf6dd87 ON public.order_lineattribute USING btree (line_id);
CREATE INDEX order_lineattribute_option_id_b54d597c ON public.order_lineattribute USING btree (option_id);
CREATE INDEX order_lineprice_line_id_2de52446 ON public.order_lineprice USING btree (line_id);
CREATE INDEX order_lineprice_order_id_66792e56 ON public.order_lineprice USING btree (order_id);
CREATE INDEX order_order_basket_id_8b0acbb2 ON public.order_order USING btree (basket_id);
CREATE INDEX order_order_billing_address_id_8fe537cf ON public.order_order USING btree (billing_address_id);
CREATE INDEX order_order_date_placed_506a9365 ON public.order_order USING btree (date_placed);
CREATE INDEX order_order_number_49f06f1b_like ON public.order_order USING btree (number varchar_pattern_ops);
CREATE INDEX order_order_shipping_address_id_57e64931 ON public.order_order USING btree (shipping_address_id);
CREATE INDEX order_order_site_id_e27f3526 ON public.order_order USING btree (site_id);
CREATE INDEX order_order_user_id_7cf9bc2b ON public.order_order USING btree (user_id);
CREATE INDEX order_orderdiscount_offer_name_706d6119 ON public.order_orderdiscount USING btree (offer_name);
CREATE INDEX order_orderdiscount_offer_name_706d6119_like ON public.order_orderdiscount USING btree (offer_name varchar_pattern_ops);
CREATE INDEX order_orderdiscount_order_id_bc91e123 ON public.order_orderdiscount USING btree (order_id);
CREATE INDEX order_orderdiscount_voucher_code_6ee4f360 ON public.order_orderdiscount USING btree (voucher_code);
CREATE INDEX order_orderdiscount_voucher_code_6ee4f360_like ON public.order_orderdiscount USING btree (voucher_code varchar_pattern_ops);
CREATE INDEX order_orderevent_basket_id_0463d997 ON public.order_orderevent USING btree (basket_id);
CREATE INDEX order_orderevent_billing_address_id_8606f7fb ON public.order_orderevent USING btree (billing_address_id);
CREATE INDEX order_orderevent_pgh_context_id_61cb08e9 ON public.order_orderevent USING btree (pgh_context_id);
CREATE INDEX order_orderevent_pgh_obj_id_48ea89b1 ON public.order_orderevent USING btree (pgh_obj_id);
CREATE INDEX order_orderevent_shipping_address_id_fcb2bf13 ON public.order_orderevent USING btree (shipping_address_id);
CREATE INDEX order_orderevent_site_id_fca36048 ON public.order_orderevent USING btree (site_id);
CREATE INDEX order_orderevent_user_id_1056ac9c ON public.order_orderevent USING btree (user_id);
CREATE INDEX order_orderlinediscount_line_id_88fbcd4a ON public.order_orderlinediscount USING btree (line_id);
CREATE INDEX order_orderlinediscount_order_discount_id_b9dfa715 ON public.order_orderlinediscount USING btree (order_discount_id);
CREATE INDEX order_ordernote_order_id_7d97583d ON public.order_ordernote USING btree (order_id);
CREATE INDEX order_ordernote_user_id_48d7a672 ON public.order_ordernote USING btree (user_id);
CREATE INDEX order_orderstatuschange_date_created_a5107b93 ON public.order_orderstatuschange USING btree (date_created);
CREATE INDEX order_orderstatuschange_order_id_43efdbe5 ON public.order_orderstatuschange USING btree (order_id);
CREATE INDEX order_parcel_order_id_0488d714 ON public.order_parcel USING btree (order_id);
CREATE INDEX order_parcel_partner_id_9ff0f721 ON public.order_parcel USING btree (partner_id);
CREATE INDEX order_parcelevent_order_id_07411c79 ON public.order_parcelevent USING btree (order_id);
CREATE INDEX order_parcelevent_partner_id_5f52306b ON public.order_parcelevent USING btree (partner_id);
CREATE INDEX order_parcelevent_pgh_context_id_d852530a ON public.order_parcelevent USING btree (pgh_context_id);
CREATE INDEX order_parcelevent_pgh_obj_id_fd62b7b2 ON public.order_parcelevent USING btree (pgh_obj_id);
CREATE INDEX order_parcelmessage_by_id_3e22c713 ON public.order_parcelmessage USING btree (by_id);
CREATE INDEX order_parcelmessage_parcel_id_52f4eaa8 ON public.order_parcelmessage USING btree (parcel_id);
CREATE INDEX order_paymentevent_date_created_05d8c079 ON public.order_paymentevent USING btree (date_created);
CREATE INDEX order_paymentevent_event_type_id_568c7161 ON public.order_paymentevent USING btree (event_type_id);
CREATE INDEX order_paymentevent_order_id_395b3e82 ON public.order_paymentevent USING btree (order_id);
CREATE INDEX order_paymentevent_shipping_event_id_213dcfb8 ON public.order_paymentevent USING btree (shipping_event_id);
CREATE INDEX order_paymenteventquantity_event_id_a540165a ON public.order_paymenteventquantity USING btree (event_id);
CREATE INDEX order_paymenteventquantity_line_id_df44b021 ON public.order_paymenteventquantity USING btree (line_id);
CREATE INDEX order_paymenteventtype_code_19e3e888_like ON public.order_paymenteventtype USING btree (code varchar_pattern_ops);
CREATE INDEX order_paymenteventtype_name_e4bcca28_like ON public.order_paymenteventtype USING btree (name varchar_pattern_ops);
CREATE INDEX order_pickup_arrived_by_id_f47be9e2 ON public.order_pickup USING btree (arrived_by_id);
CREATE INDEX order_pickup_sales_point_id_38f2e5e5 ON public.order_pickup USING btree (sales_point_id);
CREATE INDEX order_sellermails_producer_id_def54d49 ON public.order_sellermails USING btree (producer_id);
CREATE INDEX order_sellermails_user_id_376fe349 ON public.order_sellermails USING btree (user_id);
CREATE INDEX order_shippingaddress_code_a3af64e4_like ON public.order_shippingaddress USING btree (code varchar_pattern_ops);
CREATE INDEX order_shippingaddress_country_id_29abf9a0 ON public.order_shippingaddress USING btree (country_id);
CREATE INDEX order_shippingaddress_country_id_29abf9a0_like ON public.order_shippingaddress USING btree (country_id varchar_pattern_ops);
CREATE INDEX order_shippingevent_date_created_74c4a6fa ON public.order_shippingevent USING btree (date_created);
CREATE INDEX order_shippingevent_event_type_id_9f1efb20 ON public.order_shippingevent USING btree (event_type_id);
CREATE INDEX order_shippingevent_order_id_8c031fb6 ON public.order_shippingevent USING btree (order_id);
CREATE INDEX order_shippingeventquantity_event_id_1c7fb9c7 ON public.order_shippingeventquantity USING btree (event_id);
CREATE INDEX order_shippingeventquantity_line_id_3b089ee0 ON public.order_shippingeventquantity USING btree (line_id);
CREATE INDEX order_shippingeventtype_code_db3854de_like ON public.order_shippingeventtype USING btree (code varchar_pattern_ops);
CREATE INDEX order_shippingeventtype_name_6d9a48a2_like ON public.order_shippingeventtype USING btree (name varchar_pattern_ops);
CREATE INDEX order_surcharge_order_id_5c0a94f5 ON public.order_surcharge USING btree (order_id);
CREATE INDEX parcel_by_seller_and_state ON public.order_parcel USING btree (partner_id, state, state_since);
CREATE INDEX parcel_message_latest ON public.order_parcelmessage USING btree (parcel_id, id DESC);
CREATE INDEX partner_allocation_stockrecord_id_601c3005 ON public.partner_allocation USING btree (stockrecord_id);
CREATE INDEX partner_checkouthold_basket_id_c6672350 ON public.partner_checkouthold USING btree (basket_id);
CREATE INDEX partner_checkouthold_expires_at_64bf28d8 ON public.partner_checkouthold USING btree (expires_at);
CREATE INDEX partner_checkouthold_stockrecord_id_5d3aa9cf ON public.partner_checkouthold USING btree (stockrecord_id);
CREATE INDEX partner_offersheet_seller_id_ee41e751 ON public.partner_offersheet USING btree (seller_id);
CREATE INDEX partner_offersheet_uploaded_by_id_f4a30959 ON public.partner_offersheet USING btree (uploaded_by_id);
CREATE INDEX partner_partner_code_13d0debd_like ON public.partner_partner USING btree (code varchar_pattern_ops);
CREATE INDEX partner_partner_name_caa0c2ee ON public.partner_partner USING btree (name);
CREATE INDEX partner_partner_name_caa0c2ee_like ON public.partner_partner USING btree (name varchar_pattern_ops);
CREATE INDEX partner_partner_users_partner_id_1883dfd9 ON public.partner_partner_users USING btree (partner_id);
CREATE INDEX partner_partner_users_user_id_d75d6e40 ON public.partner_partner_users USING btree (user_id);
CREATE INDEX partner_partneraddress_code_f65ed678_like ON public.partner_partneraddress USING btree (code varchar_pattern_ops);
CREATE INDEX partner_partneraddress_country_id_02c4f979 ON public.partner_partneraddress USING btree (country_id);
CREATE INDEX partner_partneraddress_country_id_02c4f979_like ON public.partner_partneraddress USING btree (country_id varchar_pattern_ops);
CREATE INDEX partner_partneraddress_partner_id_59551b0a ON public.partner_partneraddress USING btree (partner_id);
CREATE INDEX partner_partnerevent_pgh_context_id_87834be6 ON public.partner_partnerevent USING btree (pgh_context_id);
CREATE INDEX partner_partnerevent_pgh_obj_id_7d012ca7 ON public.partner_partnerevent USING btree (pgh_obj_id);
CREATE INDEX partner_partnerevent_producer_id_5c9522af ON public.partner_partnerevent USING btree (producer_id);
CREATE INDEX partner_partnerevent_sales_point_id_30cf6fdb ON public.partner_partnerevent USING btree (sales_point_id);
CREATE INDEX partner_stockalert_date_created_832cf043 ON public.partner_stockalert USING btree (date_created);
CREATE INDEX partner_stockalert_stockrecord_id_68ad503a ON public.partner_stockalert USING btree (stockrecord_id);
CREATE INDEX partner_stockhold_expires_at_59d7a213 ON public.partner_stockhold USING btree (expires_at);
CREATE INDEX partner_stockhold_stockrecord_id_73150502 ON public.partner_stockhold USING btree (stockrecord_id);
CREATE INDEX partner_stockrecord_date_updated_e6ae5f14 ON public.partner_stockrecord USING btree (date_updated);
CREATE INDEX partner_stockrecord_partner_id_4155a586 ON public.partner_stockrecord USING btree (partner_id);
CREATE INDEX partner_stockrecord_product_id_62fd9e45 ON public.partner_stockrecord USING btree (product_id);
CREATE INDEX partner_stockrecordevent_partner_id_e6759740 ON public.partner_stockrecordevent USING btree (partner_id);
CREATE INDEX partner_stockrecordevent_pgh_context_id_705ed14d ON public.partner_stockrecordevent USING btree (pgh_context_id);
CREATE INDEX partner_stockrecordevent_pgh_obj_id_8817db28 ON public.partner_stockrecordevent USING btree (pgh_obj_id);
CREATE INDEX partner_stockrecordevent_product_id_bdb9a08b ON public.partner_stockrecordevent USING btree (product_id);
CREATE INDEX payment_bankcard_user_id_08e1d04c ON public.payment_bankcard USING btree (user_id);
CREATE INDEX payment_source_order_id_6b7f2215 ON public.payment_source USING btree (order_id);
CREATE INDEX payment_source_source_type_id_700828fe ON public.payment_source USING btree (source_type_id);
CREATE INDEX payment_sourcetype_code_e479088c_like ON public.payment_sourcetype USING btree (code varchar_pattern_ops);
CREATE INDEX payment_sourcetype_name_a980e862 ON public.payment_sourcetype USING btree (name);
CREATE INDEX payment_sourcetype_name_a980e862_like ON public.payment_sourcetype USING btree (name varchar_pattern_ops);
CREATE INDEX payment_transaction_date_created_f887f6bc ON public.payment_transaction USING btree (date_created);
CREATE INDEX payment_transaction_source_id_c5ac31e8 ON public.payment_transaction USING btree (source_id);
CREATE INDEX payments_assignment_answered_by_id_8ecd6808 ON public.payments_assignment USING btree (answered_by_id);
CREATE INDEX payments_assignment_asked_by_id_cefc0c33 ON public.payments_assignment USING btree (asked_by_id);
CREATE INDEX payments_assignment_payment_id_01734650 ON public.payments_assignment USING btree (payment_id);
CREATE INDEX payments_assignment_receipt_id_126ddb77 ON public.payments_assignment USING btree (receipt_id);
CREATE INDEX payments_bankaccount_activated_by_id_c089ddd0 ON public.payments_bankaccount USING btree (activated_by_id);
CREATE INDEX payments_bankaccount_entered_by_id_6109ed70 ON public.payments_bankaccount USING btree (entered_by_id);
CREATE INDEX payments_bankaccount_partner_id_eb75c246 ON public.payments_bankaccount USING btree (partner_id);
CREATE INDEX payments_bankaccountevent_activated_by_id_54eb2929 ON public.payments_bankaccountevent USING btree (activated_by_id);
CREATE INDEX payments_bankaccountevent_entered_by_id_c9b5e28b ON public.payments_bankaccountevent USING btree (entered_by_id);
CREATE INDEX payments_bankaccountevent_partner_id_e4b26f77 ON public.payments_bankaccountevent USING btree (partner_id);
CREATE INDEX payments_bankaccountevent_pgh_context_id_773f18e7 ON public.payments_bankaccountevent USING btree (pgh_context_id);
CREATE INDEX payments_bankaccountevent_pgh_obj_id_a9c7ce6d ON public.payments_bankaccountevent USING btree (pgh_obj_id);
CREATE INDEX payments_notice_receipt_id_8c70a9a9 ON public.payments_notice USING btree (receipt_id);
CREATE INDEX payments_payment_account_id_af225a32 ON public.payments_payment USING btree (account_id);
CREATE INDEX payments_payment_order_id_22c479b7 ON public.payments_payment USING btree (order_id);
CREATE INDEX payments_payment_parcels_parcel_id_13d4e25e ON public.payments_payment_parcels USING btree (parcel_id);
CREATE INDEX payments_payment_parcels_payment_id_3bbe9a44 ON public.payments_payment_parcels USING btree (payment_id);
CREATE INDEX payments_payment_reference_1d502039_like ON public.payments_payment USING btree (reference varchar_pattern_ops);
CREATE INDEX payments_receipt_account_id_dab4f9fb ON public.payments_receipt USING btree (account_id);
CREATE INDEX payments_receipt_entered_by_id_466c0ec3 ON public.payments_receipt USING btree (entered_by_id);
CREATE INDEX payments_receipt_payment_id_5c31062a ON public.payments_receipt USING btree (payment_id);
CREATE INDEX payments_receiptevent_account_id_d665c2ad ON public.payments_receiptevent USING btree (account_id);
CREATE INDEX payments_receiptevent_entered_by_id_4fc51970 ON public.payments_receiptevent USING btree (entered_by_id);
CREATE INDEX payments_receiptevent_payment_id_689b99d5 ON public.payments_receiptevent USING btree (payment_id);
CREATE INDEX payments_receiptevent_pgh_context_id_4dbb44c4 ON public.payments_receiptevent USING btree (pgh_context_id);
CREATE INDEX payments_receiptevent_pgh_obj_id_cf6d6d8f ON public.payments_receiptevent USING btree (pgh_obj_id);
CREATE INDEX payments_refund_asked_by_id_a8566fbf ON public.payments_refund USING btree (asked_by_id);
CREATE INDEX payments_refund_sent_by_id_2cdc821b ON public.payments_refund USING btree (sent_by_id);
CREATE INDEX payments_refund_share_id_aa7f6a75 ON public.payments_refund USING btree (share_id);
CREATE INDEX payments_refundevent_asked_by_id_e3b0a2cd ON public.payments_refundevent USING btree (asked_by_id);
CREATE INDEX payments_refundevent_pgh_context_id_68750548 ON public.payments_refundevent USING btree (pgh_context_id);
CREATE INDEX payments_refundevent_pgh_obj_id_021ce6a0 ON public.payments_refundevent USING btree (pgh_obj_id);
CREATE INDEX payments_refundevent_sent_by_id_f22179cc ON public.payments_refundevent USING btree (sent_by_id);
CREATE INDEX payments_refundevent_share_id_05da0989 ON public.payments_refundevent USING btree (share_id);
CREATE INDEX payments_share_parcel_id_b14b9f96 ON public.payments_share USING btree (parcel_id);
CREATE INDEX payments_share_receipt_id_2a146b1a ON public.payments_share USING btree (receipt_id);
CREATE INDEX payments_sighting_account_id_341ccd20 ON public.payments_sighting USING btree (account_id);
CREATE INDEX payments_sighting_receipt_id_b1a8b331 ON public.payments_sighting USING btree (receipt_id);
CREATE INDEX payments_statement_account_id_7c12832e ON public.payments_statement USING btree (account_id);
CREATE INDEX payments_statement_uploaded_by_id_493b54f2 ON public.payments_statement USING btree (uploaded_by_id);
CREATE INDEX payments_vnpayattempt_payment_id_4266192b ON public.payments_vnpayattempt USING btree (payment_id);
CREATE INDEX payments_vnpayattempt_reference_a0092f6f_like ON public.payments_vnpayattempt USING btree (reference varchar_pattern_ops);
CREATE INDEX pickup_of_sales_point ON public.order_pickup USING btree (sales_point_id, id DESC);
CREATE UNIQUE INDEX place_gln_once ON public.traceability_place USING btree (gln) WHERE (NOT ((gln)::text = ''::text));
CREATE INDEX producer_former_slugs ON public.producers_producer USING gin (former_slugs);
CREATE INDEX producers_membership_producer_id_8e001e73 ON public.producers_membership USING btree (producer_id);
CREATE INDEX producers_membership_user_id_97bc74a3 ON public.producers_membership USING btree (user_id);
CREATE INDEX producers_producer_name_2112fc38_like ON public.producers_producer USING btree (name varchar_pattern_ops);
CREATE INDEX producers_producer_slug_422bcdfb_like ON public.producers_producer USING btree (slug varchar_pattern_ops);
CREATE INDEX producers_producer_unit_id_48042bdc ON public.producers_producer USING btree (unit_id);
CREATE INDEX product_former_slugs ON public.catalogue_product USING gin (former_slugs);
CREATE INDEX question_of_product ON public.questions_question USING btree (product_id, state, created_at DESC);
CREATE INDEX questions_answer_by_id_6e4c1da3 ON public.questions_answer USING btree (by_id);
CREATE INDEX questions_question_judged_by_id_0e8bccdc ON public.questions_question USING btree (judged_by_id);
CREATE INDEX questions_question_product_id_906cb31b ON public.questions_question USING btree (product_id);
CREATE INDEX questions_question_reference_f66103b7_like ON public.questions_question USING btree (reference varchar_pattern_ops);
CREATE UNIQUE INDEX recall_certificate_once ON public.traceability_recall USING btree (certificate_id) WHERE ((ended_at IS NULL) AND ((scope)::text = 'certificate'::text));
CREATE UNIQUE INDEX recall_notice_once ON public.salespoints_recallnotice USING btree (sales_point_id, recall_id, kind) WHERE (recall_id IS NOT NULL);
CREATE UNIQUE INDEX recallend_one_open ON public.traceability_recallend USING btree (recall_id) WHERE (answered_at IS NULL);
CREATE INDEX referenceindex_source_object ON public.wagtailcore_referenceindex USING btree (base_content_type_id, object_id);
CREATE INDEX referenceindex_target_object ON public.wagtailcore_referenceindex USING btree (to_content_type_id, to_object_id);
CREATE INDEX removal_of_product ON public.buyer_reviews_removal USING btree (product_id, review_number);
CREATE UNIQUE INDEX reported_register_row_once ON public.certification_reportedstep USING btree (product_id) WHERE is_register_row;
CREATE UNIQUE INDEX reported_step_once ON public.certification_reportedstep USING btree (product_id, event, date, council_level) WHERE (NOT is_register_row);
CREATE UNIQUE INDEX restoration_one_open ON public.certification_restoration USING btree (certificate_id) WHERE (answered_at IS NULL);
CREATE INDEX reviews_productreview_code_d8521aa6_like ON public.reviews_productreview USING btree (code varchar_pattern_ops);
CREATE INDEX reviews_productreview_delta_votes_bd8ffc87 ON public.reviews_productreview USING btree (delta_votes);
CREATE INDEX reviews_productreview_product_id_52e52a32 ON public.reviews_productreview USING btree (product_id);
CREATE INDEX reviews_productreview_user_id_8acb5ddd ON public.reviews_productreview USING btree (user_id);
CREATE INDEX reviews_vote_review_id_371b2d8d ON public.reviews_vote USING btree (review_id);
CREATE INDEX reviews_vote_user_id_5fb87b53 ON public.reviews_vote USING btree (user_id);
CREATE INDEX sales_point_former_slugs ON public.salespoints_salespoint USING gin (former_slugs);
CREATE INDEX salespoints_recallnotice_certificate_id_4828d381 ON public.salespoints_recallnotice USING btree (certificate_id);
CREATE INDEX salespoints_recallnotice_confirmed_by_id_5a82c62e ON public.salespoints_recallnotice USING btree (confirmed_by_id);
CREATE INDEX salespoints_recallnotice_recall_id_11ff367d ON public.salespoints_recallnotice USING btree (recall_id);
CREATE INDEX salespoints_recallnotice_sales_point_id_d5f749e2 ON public.salespoints_recallnotice USING btree (sales_point_id);
CREATE INDEX salespoints_salespoint_name_bf7d4516_like ON public.salespoints_salespoint USING btree (name varchar_pattern_ops);
CREATE INDEX salespoints_salespoint_slug_04047d29_like ON public.salespoints_salespoint USING btree (slug varchar_pattern_ops);
CREATE INDEX salespoints_salespoint_unit_id_27267e19 ON public.salespoints_salespoint USING btree (unit_id);
CREATE INDEX salespoints_salespointmembership_sales_point_id_ebf67d35 ON public.salespoints_salespointmembership USING btree (sales_point_id);
CREATE INDEX salespoints_salespointmembership_user_id_10cd0c76 ON public.salespoints_salespointmembership USING btree (user_id);
CREATE UNIQUE INDEX scan_once_a_device ON public.traceability_scan USING btree (stamp_id, device) WHERE (NOT ((device)::text = ''::text));
CREATE INDEX scan_stamp_time ON public.traceability_scan USING btree (stamp_id, scanned_at);
CREATE INDEX search_indexreplica_name_675de314_like ON public.search_indexreplica USING btree (name varchar_pattern_ops);
CREATE INDEX search_replica_change ON public.search_replicachange USING btree (replica, id);
CREATE INDEX search_usage_publicquery_text_4925b3f3_like ON public.search_usage_publicquery USING btree (text varchar_pattern_ops);
CREATE INDEX search_workerheartbeat_name_2f097bbb_like ON public.search_workerheartbeat USING btree (name varchar_pattern_ops);
CREATE UNIQUE INDEX secondfactorreset_one_open ON public.accounts_secondfactorreset USING btree (person_id) WHERE (answered_at IS NULL);
CREATE INDEX shipment_to_ask ON public.shipping_shipment USING btree (ask_at) WHERE (ask_at IS NOT NULL);
CREATE INDEX shipping_deliveryzone_seller_id_1c4b4349 ON public.shipping_deliveryzone USING btree (seller_id);
CREATE INDEX shipping_deliveryzoneevent_pgh_context_id_c5bcf6a1 ON public.shipping_deliveryzoneevent USING btree (pgh_context_id);
CREATE INDEX shipping_deliveryzoneevent_pgh_obj_id_727c5abf ON public.shipping_deliveryzoneevent USING btree (pgh_obj_id);
CREATE INDEX shipping_deliveryzoneevent_seller_id_f6c0ded8 ON public.shipping_deliveryzoneevent USING btree (seller_id);
CREATE INDEX shipping_orderanditemcharg_orderanditemcharges_id_bf5bfee9 ON public.shipping_orderanditemcharges_countries USING btree (orderanditemcharges_id);
CREATE INDEX shipping_orderanditemcharges_code_cbeb9206_like ON public.shipping_orderanditemcharges USING btree (code varchar_pattern_ops);
CREATE INDEX shipping_orderanditemcharges_countries_country_id_30387f2e ON public.shipping_orderanditemcharges_countries USING btree (country_id);
CREATE INDEX shipping_orderanditemcharges_countries_country_id_30387f2e_like ON public.shipping_orderanditemcharges_countries USING btree (country_id varchar_pattern_ops);
CREATE INDEX shipping_orderanditemcharges_name_c575f5bc_like ON public.shipping_orderanditemcharges USING btree (name varchar_pattern_ops);
CREATE INDEX shipping_pickupoffer_accepted_by_id_2a5b4655 ON public.shipping_pickupoffer USING btree (accepted_by_id);
CREATE INDEX shipping_pickupoffer_sales_point_id_23a5dfcf ON public.shipping_pickupoffer USING btree (sales_point_id);
CREATE INDEX shipping_pickupoffer_seller_id_43ca297d ON public.shipping_pickupoffer USING btree (seller_id);
CREATE INDEX shipping_pickupofferevent_accepted_by_id_cc4ef16b ON public.shipping_pickupofferevent USING btree (accepted_by_id);
CREATE INDEX shipping_pickupofferevent_pgh_context_id_cef192dc ON public.shipping_pickupofferevent USING btree (pgh_context_id);
CREATE INDEX shipping_pickupofferevent_pgh_obj_id_73c243a9 ON public.shipping_pickupofferevent USING btree (pgh_obj_id);
CREATE INDEX shipping_pickupofferevent_sales_point_id_a7ac0e20 ON public.shipping_pickupofferevent USING btree (sales_point_id);
CREATE INDEX shipping_pickupofferevent_seller_id_20ff408b ON public.shipping_pickupofferevent USING btree (seller_id);
CREATE INDEX shipping_trackingevent_shipment_id_c26f8c2d ON public.shipping_trackingevent USING btree (shipment_id);
CREATE INDEX shipping_weightband_method_id_b699a1ba ON public.shipping_weightband USING btree (method_id);
CREATE INDEX shipping_weightband_upper_limit_9edc5097 ON public.shipping_weightband USING btree (upper_limit);
CREATE INDEX shipping_weightbased_code_abff8e3d_like ON public.shipping_weightbased USING btree (code varchar_pattern_ops);
CREATE INDEX shipping_weightbased_countries_country_id_06117384 ON public.shipping_weightbased_countries USING btree (country_id);
CREATE INDEX shipping_weightbased_countries_country_id_06117384_like ON public.shipping_weightbased_countries USING btree (country_id varchar_pattern_ops);
CREATE INDEX shipping_weightbased_countries_weightbased_id_93e3132f ON public.shipping_weightbased_countries USING btree (weightbased_id);
CREATE INDEX shipping_weightbased_name_ff8fabb8_like ON public.shipping_weightbased USING btree (name varchar_pattern_ops);
CREATE UNIQUE INDEX signing_key_one_current ON public.traceability_signingkey USING btree ((1)) WHERE ((retired_at IS NULL) AND (withdrawn_at IS NULL));
CREATE INDEX spelling_text ON public.geography_unitspelling USING btree (text);
CREATE UNIQUE INDEX stamp_one_page_code ON public.traceability_stamp USING btree (product_id) WHERE is_page_code;
CREATE UNIQUE INDEX stamp_position_once ON public.traceability_stamp USING btree (batch_id, "position") WHERE (batch_id IS NOT NULL);
CREATE INDEX stamp_void ON public.traceability_stamp USING btree (batch_id) WHERE ((state_override)::text = 'void'::text);
CREATE UNIQUE INDEX succession_one_default ON public.geography_succession USING btree (old_id) WHERE is_default;
CREATE INDEX taggit_tag_name_58eb2ed9_like ON public.taggit_tag USING btree (name varchar_pattern_ops);
CREATE INDEX taggit_tag_slug_6be58b2c_like ON public.taggit_tag USING btree (slug varchar_pattern_ops);
CREATE INDEX taggit_tagg_content_8fc721_idx ON public.taggit_taggeditem USING btree (content_type_id, object_id);
CREATE INDEX taggit_taggeditem_content_type_id_9957a03c ON public.taggit_taggeditem USING btree (content_type_id);
CREATE INDEX taggit_taggeditem_object_id_e2d7d1df ON public.taggit_taggeditem USING btree (object_id);
CREATE INDEX taggit_taggeditem_tag_id_f4f5b767 ON public.taggit_taggeditem USING btree (tag_id);
CREATE INDEX tasks_db_new_ordering_idx ON public.django_tasks_database_dbtaskresult USING btree (status, priority DESC, run_after, enqueued_at) WHERE ((status)::text = 'READY'::text);
CREATE INDEX tax_offervat_set_by_id_0b83143a ON public.tax_offervat USING btree (set_by_id);
CREATE INDEX tax_sellertax_set_by_id_f38e472b ON public.tax_sellertax USING btree (set_by_id);
CREATE INDEX traceability_capturedevent_job_id_e1573a85 ON public.traceability_capturedevent USING btree (job_id);
CREATE INDEX traceability_capturedevent_producer_id_a3ac5661 ON public.traceability_capturedevent USING btree (producer_id);
CREATE INDEX traceability_capturejob_key_id_9eaaaf40 ON public.traceability_capturejob USING btree (key_id);
CREATE INDEX traceability_capturekey_digest_948120ef_like ON public.traceability_capturekey USING btree (digest varchar_pattern_ops);
CREATE INDEX traceability_capturekey_producer_id_778de177 ON public.traceability_capturekey USING btree (producer_id);
CREATE INDEX traceability_clonealert_officer_id_c0ea852b ON public.traceability_clonealert USING btree (officer_id);
CREATE INDEX traceability_clonealert_stamp_id_35b26b59 ON public.traceability_clonealert USING btree (stamp_id);
CREATE INDEX traceability_event_evidence_id_279a4724 ON public.traceability_event USING btree (evidence_id);
CREATE INDEX traceability_event_lot_id_d8a54568 ON public.traceability_event USING btree (lot_id);
CREATE INDEX traceability_event_photo_id_645b1f9b ON public.traceability_event USING btree (photo_id);
CREATE INDEX traceability_event_place_id_62b180f9 ON public.traceability_event USING btree (place_id);
CREATE INDEX traceability_event_recorded_by_id_fe36d1f1 ON public.traceability_event USING btree (recorded_by_id);
CREATE INDEX traceability_lot_created_by_id_2274fc69 ON public.traceability_lot USING btree (created_by_id);
CREATE INDEX traceability_lot_product_id_43f1eb84 ON public.traceability_lot USING btree (product_id);
CREATE INDEX traceability_lotevent_created_by_id_4bbcaf6c ON public.traceability_lotevent USING btree (created_by_id);
CREATE INDEX traceability_lotevent_pgh_context_id_44d5953b ON public.traceability_lotevent USING btree (pgh_context_id);
CREATE INDEX traceability_lotevent_pgh_obj_id_45714814 ON public.traceability_lotevent USING btree (pgh_obj_id);
CREATE INDEX traceability_lotevent_product_id_c7090f87 ON public.traceability_lotevent USING btree (product_id);
CREATE INDEX traceability_lotinput_lot_id_80f27917 ON public.traceability_lotinput USING btree (lot_id);
CREATE INDEX traceability_lotinput_place_id_40c2d42b ON public.traceability_lotinput USING btree (place_id);
CREATE INDEX traceability_lotinput_source_lot_id_2d5562b9 ON public.traceability_lotinput USING btree (source_lot_id);
CREATE INDEX traceability_lotinputevent_lot_id_1b951f7c ON public.traceability_lotinputevent USING btree (lot_id);
CREATE INDEX traceability_lotinputevent_pgh_context_id_eb18c576 ON public.traceability_lotinputevent USING btree (pgh_context_id);
CREATE INDEX traceability_lotinputevent_pgh_obj_id_c232c520 ON public.traceability_lotinputevent USING btree (pgh_obj_id);
CREATE INDEX traceability_lotinputevent_place_id_1c52c02c ON public.traceability_lotinputevent USING btree (place_id);
CREATE INDEX traceability_lotinputevent_source_lot_id_7e2b6349 ON public.traceability_lotinputevent USING btree (source_lot_id);
CREATE INDEX traceability_place_code_0a63000e_like ON public.traceability_place USING btree (code varchar_pattern_ops);
CREATE INDEX traceability_place_producer_id_fe80d792 ON public.traceability_place USING btree (producer_id);
CREATE INDEX traceability_place_unit_id_531df9ff ON public.traceability_place USING btree (unit_id);
CREATE INDEX traceability_portaldelivery_product_id_c4cc04da ON public.traceability_portaldelivery USING btree (product_id);
CREATE INDEX traceability_printrun_batch_id_17ae9cd4 ON public.traceability_printrun USING btree (batch_id);
CREATE INDEX traceability_printrun_created_by_id_b70ca55e ON public.traceability_printrun USING btree (created_by_id);
CREATE INDEX traceability_productgtin_gtin_49bdd79e_like ON public.traceability_productgtin USING btree (gtin varchar_pattern_ops);
CREATE INDEX traceability_recall_batch_id_aa7496cd ON public.traceability_recall USING btree (batch_id);
CREATE INDEX traceability_recall_certificate_id_6c581f43 ON public.traceability_recall USING btree (certificate_id);
CREATE INDEX traceability_recall_declared_by_id_33bbbe0b ON public.traceability_recall USING btree (declared_by_id);
CREATE INDEX traceability_recall_lot_id_0b006f49 ON public.traceability_recall USING btree (lot_id);
CREATE INDEX traceability_recallend_answered_by_id_3fbe7bfd ON public.traceability_recallend USING btree (answered_by_id);
CREATE INDEX traceability_recallend_asked_by_id_415342e3 ON public.traceability_recallend USING btree (asked_by_id);
CREATE INDEX traceability_recallend_recall_id_e32dfc1e ON public.traceability_recallend USING btree (recall_id);
CREATE INDEX traceability_recallevent_batch_id_85241697 ON public.traceability_recallevent USING btree (batch_id);
CREATE INDEX traceability_recallevent_certificate_id_04762938 ON public.traceability_recallevent USING btree (certificate_id);
CREATE INDEX traceability_recallevent_declared_by_id_86755022 ON public.traceability_recallevent USING btree (declared_by_id);
CREATE INDEX traceability_recallevent_lot_id_0081a0ea ON public.traceability_recallevent USING btree (lot_id);
CREATE INDEX traceability_recallevent_pgh_context_id_353bcd70 ON public.traceability_recallevent USING btree (pgh_context_id);
CREATE INDEX traceability_recallevent_pgh_obj_id_453fc048 ON public.traceability_recallevent USING btree (pgh_obj_id);
CREATE INDEX traceability_scan_stamp_id_da7bb603 ON public.traceability_scan USING btree (stamp_id);
CREATE INDEX traceability_signingkey_public_key_a7563998_like ON public.traceability_signingkey USING btree (public_key varchar_pattern_ops);
CREATE INDEX traceability_signingkeyevent_pgh_context_id_a1159349 ON public.traceability_signingkeyevent USING btree (pgh_context_id);
CREATE INDEX traceability_signingkeyevent_pgh_obj_id_657dced2 ON public.traceability_signingkeyevent USING btree (pgh_obj_id);
CREATE INDEX traceability_stamp_batch_id_d589ebbd ON public.traceability_stamp USING btree (batch_id);
CREATE INDEX traceability_stamp_code_a90c52e3_like ON public.traceability_stamp USING btree (code varchar_pattern_ops);
CREATE INDEX traceability_stamp_product_id_2bf798a2 ON public.traceability_stamp USING btree (product_id);
CREATE INDEX traceability_stampbatch_certificate_id_a7132d55 ON public.traceability_stampbatch USING btree (certificate_id);
CREATE INDEX traceability_stampbatch_created_by_id_9da0a8ca ON public.traceability_stampbatch USING btree (created_by_id);
CREATE INDEX traceability_stampbatch_key_id_77492f3f ON public.traceability_stampbatch USING btree (key_id);
CREATE INDEX traceability_stampbatch_lot_id_98260429 ON public.traceability_stampbatch USING btree (lot_id);
CREATE INDEX traceability_stampbatch_prefix_5eb43bc8_like ON public.traceability_stampbatch USING btree (prefix varchar_pattern_ops);
CREATE INDEX traceability_stampbatch_product_id_2f9a10b9 ON public.traceability_stampbatch USING btree (product_id);
CREATE INDEX traceability_stampbatchevent_certificate_id_31c588ea ON public.traceability_stampbatchevent USING btree (certificate_id);
CREATE INDEX traceability_stampbatchevent_created_by_id_97a6b170 ON public.traceability_stampbatchevent USING btree (created_by_id);
CREATE INDEX traceability_stampbatchevent_key_id_638adaec ON public.traceability_stampbatchevent USING btree (key_id);
CREATE INDEX traceability_stampbatchevent_lot_id_55aa7700 ON public.traceability_stampbatchevent USING btree (lot_id);
CREATE INDEX traceability_stampbatchevent_pgh_context_id_71c055df ON public.traceability_stampbatchevent USING btree (pgh_context_id);
CREATE INDEX traceability_stampbatchevent_pgh_obj_id_2f71ef44 ON public.traceability_stampbatchevent USING btree (pgh_obj_id);
CREATE INDEX traceability_stampbatchevent_product_id_595a9b6d ON public.traceability_stampbatchevent USING btree (product_id);
CREATE INDEX traceability_stampevent_pgh_context_id_68d6953b ON public.traceability_stampevent USING btree (pgh_context_id);
CREATE INDEX traceability_stampevent_pgh_obj_id_aa9beedb ON public.traceability_stampevent USING btree (pgh_obj_id);
CREATE INDEX traceability_suspicionreport_inspector_id_ec36f061 ON public.traceability_suspicionreport USING btree (inspector_id);
CREATE INDEX traceability_suspicionreport_photo_id_ae7996d8 ON public.traceability_suspicionreport USING btree (photo_id);
CREATE INDEX traceability_suspicionreport_reference_203d2b90_like ON public.traceability_suspicionreport USING btree (reference varchar_pattern_ops);
CREATE INDEX traceability_suspicionreport_stamp_id_2ffd8ff4 ON public.traceability_suspicionreport USING btree (stamp_id);
CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY (ARRAY[('totp'::character varying)::text, ('recovery_codes'::character varying)::text]));
CREATE UNIQUE INDEX unique_in_progress_workflow ON public.wagtailcore_workflowstate USING btree (base_content_type_id, object_id) WHERE ((status)::text = ANY (ARRAY[('in_progress'::character varying)::text, ('needs_changes'::character varying)::text]));
CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";
CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;
CREATE INDEX unit_former_slugs ON public.geography_adminunit USING gin (former_slugs);
CREATE UNIQUE INDEX user_email_once ON public.accounts_user USING btree (lower((email)::text));
CREATE INDEX voucher_voucher_code_43d30a18_like ON public.voucher_voucher USING btree (code varchar_pattern_ops);
CREATE INDEX voucher_voucher_date_created_f3081a03 ON public.voucher_voucher USING btree (date_created);
CREATE INDEX voucher_voucher_end_datetime_db182297 ON public.voucher_voucher USING btree (end_datetime);
CREATE INDEX voucher_voucher_name_b96d3b47_like ON public.voucher_voucher USING btree (name varchar_pattern_ops);
CREATE INDEX voucher_voucher_offers_conditionaloffer_id_f9682bfb ON public.voucher_voucher_offers USING btree (conditionaloffer_id);
CREATE INDEX voucher_voucher_offers_voucher_id_7f9c575d ON public.voucher_voucher_offers USING btree (voucher_id);
CREATE INDEX voucher_voucher_start_datetime_bfb7df84 ON public.voucher_voucher USING btree (start_datetime);
CREATE INDEX voucher_voucher_voucher_set_id_17b96a54 ON public.voucher_voucher USING btree (voucher_set_id);
CREATE INDEX voucher_voucherapplication_date_created_2d9acdaf ON public.voucher_voucherapplication USING btree (date_created);
CREATE INDEX voucher_voucherapplication_order_id_30248a05 ON public.voucher_voucherapplication USING btree (order_id);
CREATE INDEX voucher_voucherapplication_user_id_df53a393 ON public.voucher_voucherapplication USING btree (user_id);
CREATE INDEX voucher_voucherapplication_voucher_id_5204edb7 ON public.voucher_voucherapplication USING btree (voucher_id);
CREATE INDEX voucher_voucherset_date_created_3dd68c8e ON public.voucher_voucherset USING btree (date_created);
CREATE INDEX voucher_voucherset_name_4c6aac05_like ON public.voucher_voucherset USING btree (name varchar_pattern_ops);
CREATE INDEX vouchers_share_discount_id_8199ba1d ON public.vouchers_share USING btree (discount_id);
CREATE INDEX vouchers_share_parcel_id_ef1f9aa2 ON public.vouchers_share USING btree (parcel_id);
CREATE INDEX vouchers_share_voucher_id_5f0872c1 ON public.vouchers_share USING btree (voucher_id);
CREATE INDEX vouchers_terms_created_by_id_14417335 ON public.vouchers_terms USING btree (created_by_id);
CREATE INDEX vouchers_terms_fair_id_b05a87a1 ON public.vouchers_terms USING btree (fair_id);
CREATE INDEX vouchers_terms_key_bf7ed15f_like ON public.vouchers_terms USING btree (key varchar_pattern_ops);
CREATE INDEX vouchers_terms_seller_id_6cceb7c1 ON public.vouchers_terms USING btree (seller_id);
CREATE INDEX vouchers_termsevent_created_by_id_2c289182 ON public.vouchers_termsevent USING btree (created_by_id);
CREATE INDEX vouchers_termsevent_fair_id_ddf7c2cd ON public.vouchers_termsevent USING btree (fair_id);
CREATE INDEX vouchers_termsevent_offer_id_d57d9264 ON public.vouchers_termsevent USING btree (offer_id);
CREATE INDEX vouchers_termsevent_pgh_context_id_adb4a644 ON public.vouchers_termsevent USING btree (pgh_context_id);
CREATE INDEX vouchers_termsevent_pgh_obj_id_e6fd68e8 ON public.vouchers_termsevent USING btree (pgh_obj_id);
CREATE INDEX vouchers_termsevent_seller_id_ce9876e9 ON public.vouchers_termsevent USING btree (seller_id);
CREATE INDEX vouchers_termsevent_voucher_id_b73fc3a9 ON public.vouchers_termsevent USING btree (voucher_id);
CREATE INDEX wagtailadmi_content_717955_idx ON public.wagtailadmin_editingsession USING btree (content_type_id, object_id);
CREATE INDEX wagtailadmin_editingsession_content_type_id_4df7730e ON public.wagtailadmin_editingsession USING btree (content_type_id);
CREATE INDEX wagtailadmin_editingsession_user_id_6e1a9b70 ON public.wagtailadmin_editingsession USING btree (user_id);
CREATE INDEX wagtailadmin_formstate_content_type_id_e32438b3 ON public.wagtailadmin_formstate USING btree (content_type_id);
CREATE INDEX wagtailadmin_formstate_user_id_b910adc2 ON public.wagtailadmin_formstate USING btree (user_id);
CREATE INDEX wagtailcore_apitoken_key_hash_65979b78_like ON public.wagtailcore_apitoken USING btree (key_hash varchar_pattern_ops);
CREATE INDEX wagtailcore_apitoken_user_id_49b1141b ON public.wagtailcore_apitoken USING btree (user_id);
CREATE INDEX wagtailcore_collection_path_d848dc19_like ON public.wagtailcore_collection USING btree (path varchar_pattern_ops);
CREATE INDEX wagtailcore_collectionview_collectionviewrestriction__47320efd ON public.wagtailcore_collectionviewrestriction_groups USING btree (collectionviewrestriction_id);
CREATE INDEX wagtailcore_collectionviewrestriction_collection_id_761908ec ON public.wagtailcore_collectionviewrestriction USING btree (collection_id);
CREATE INDEX wagtailcore_collectionviewrestriction_groups_group_id_1823f2a3 ON public.wagtailcore_collectionviewrestriction_groups USING btree (group_id);
CREATE INDEX wagtailcore_comment_page_id_108444b5 ON public.wagtailcore_comment USING btree (page_id);
CREATE INDEX wagtailcore_comment_resolved_by_id_a282aa0e ON public.wagtailcore_comment USING btree (resolved_by_id);
CREATE INDEX wagtailcore_comment_revision_created_id_1d058279 ON public.wagtailcore_comment USING btree (revision_created_id);
CREATE INDEX wagtailcore_comment_user_id_0c577ca6 ON public.wagtailcore_comment USING btree (user_id);
CREATE INDEX wagtailcore_commentreply_comment_id_afc7e027 ON public.wagtailcore_commentreply USING btree (comment_id);
CREATE INDEX wagtailcore_commentreply_user_id_d0b3b9c3 ON public.wagtailcore_commentreply USING btree (user_id);
CREATE INDEX wagtailcore_groupapprovalt_groupapprovaltask_id_9a9255ea ON public.wagtailcore_groupapprovaltask_groups USING btree (groupapprovaltask_id);
CREATE INDEX wagtailcore_groupapprovaltask_groups_group_id_2e64b61f ON public.wagtailcore_groupapprovaltask_groups USING btree (group_id);
CREATE INDEX wagtailcore_groupcollectionpermission_collection_id_5423575a ON public.wagtailcore_groupcollectionpermission USING btree (collection_id);
CREATE INDEX wagtailcore_groupcollectionpermission_group_id_05d61460 ON public.wagtailcore_groupcollectionpermission USING btree (group_id);
CREATE INDEX wagtailcore_groupcollectionpermission_permission_id_1b626275 ON public.wagtailcore_groupcollectionpermission USING btree (permission_id);
CREATE INDEX wagtailcore_grouppagepermission_group_id_fc07e671 ON public.wagtailcore_grouppagepermission USING btree (group_id);
CREATE INDEX wagtailcore_grouppagepermission_page_id_710b114a ON public.wagtailcore_grouppagepermission USING btree (page_id);
CREATE INDEX wagtailcore_grouppagepermission_permission_id_05acb22e ON public.wagtailcore_grouppagepermission USING btree (permission_id);
CREATE INDEX wagtailcore_groupsitepermission_group_id_e5cdbee4 ON public.wagtailcore_groupsitepermission USING btree (group_id);
CREATE INDEX wagtailcore_groupsitepermission_permission_id_459b1f38 ON public.wagtailcore_groupsitepermission USING btree (permission_id);
CREATE INDEX wagtailcore_groupsitepermission_site_id_245de488 ON public.wagtailcore_groupsitepermission USING btree (site_id);
CREATE INDEX wagtailcore_locale_language_code_03149338_like ON public.wagtailcore_locale USING btree (language_code varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_action_d2d856ee ON public.wagtailcore_modellogentry USING btree (action);
CREATE INDEX wagtailcore_modellogentry_action_d2d856ee_like ON public.wagtailcore_modellogentry USING btree (action varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_content_changed_8bc39742 ON public.wagtailcore_modellogentry USING btree (content_changed);
CREATE INDEX wagtailcore_modellogentry_content_type_id_68849e77 ON public.wagtailcore_modellogentry USING btree (content_type_id);
CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef ON public.wagtailcore_modellogentry USING btree (object_id);
CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef_like ON public.wagtailcore_modellogentry USING btree (object_id varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_revision_id_df6ca33a ON public.wagtailcore_modellogentry USING btree (revision_id);
CREATE INDEX wagtailcore_modellogentry_timestamp_9694521b ON public.wagtailcore_modellogentry USING btree ("timestamp");
CREATE INDEX wagtailcore_modellogentry_user_id_0278d1bf ON public.wagtailcore_modellogentry USING btree (user_id);
CREATE INDEX wagtailcore_page_alias_of_id_12945502 ON public.wagtailcore_page USING btree (alias_of_id);
CREATE INDEX wagtailcore_page_content_type_id_c28424df ON public.wagtailcore_page USING btree (content_type_id);
CREATE INDEX wagtailcore_page_first_published_at_2b5dd637 ON public.wagtailcore_page USING btree (first_published_at);
CREATE INDEX wagtailcore_page_latest_revision_id_e60fef51 ON public.wagtailcore_page USING btree (latest_revision_id);
CREATE INDEX wagtailcore_page_live_revision_id_930bd822 ON public.wagtailcore_page USING btree (live_revision_id);
CREATE INDEX wagtailcore_page_locale_id_3c7e30a6 ON public.wagtailcore_page USING btree (locale_id);
CREATE INDEX wagtailcore_page_locked_by_id_bcb86245 ON public.wagtailcore_page USING btree (locked_by_id);
CREATE INDEX wagtailcore_page_owner_id_fbf7c332 ON public.wagtailcore_page USING btree (owner_id);
CREATE INDEX wagtailcore_page_path_98eba2c8_like ON public.wagtailcore_page USING btree (path varchar_pattern_ops);
CREATE INDEX wagtailcore_page_slug_e7c11b8f ON public.wagtailcore_page USING btree (slug);
CREATE INDEX wagtailcore_page_slug_e7c11b8f_like ON public.wagtailcore_page USING btree (slug varchar_pattern_ops);
CREATE INDEX wagtailcore_pagelogentry_action_c2408198 ON public.wagtailcore_pagelogentry USING btree (action);
CREATE INDEX wagtailcore_pagelogentry_action_c2408198_like ON public.wagtailcore_pagelogentry USING btree (action varchar_pattern_ops);
CREATE INDEX wagtailcore_pagelogentry_content_changed_99f27ade ON public.wagtailcore_pagelogentry USING btree (content_changed);
CREATE INDEX wagtailcore_pagelogentry_content_type_id_74e7708a ON public.wagtailcore_pagelogentry USING btree (content_type_id);
CREATE INDEX wagtailcore_pagelogentry_page_id_8464e327 ON public.wagtailcore_pagelogentry USING btree (page_id);
CREATE INDEX wagtailcore_pagelogentry_revision_id_8043d103 ON public.wagtailcore_pagelogentry USING btree (revision_id);
CREATE INDEX wagtailcore_pagelogentry_timestamp_deb774c4 ON public.wagtailcore_pagelogentry USING btree ("timestamp");
CREATE INDEX wagtailcore_pagelogentry_user_id_604ccfd8 ON public.wagtailcore_pagelogentry USING btree (user_id);
CREATE INDEX wagtailcore_pagerevision_approved_go_live_at_e56afc67 ON public.wagtailcore_revision USING btree (approved_go_live_at);
CREATE INDEX wagtailcore_pagerevision_created_at_66954e3b ON public.wagtailcore_revision USING btree (created_at);
CREATE INDEX wagtailcore_pagerevision_user_id_2409d2f4 ON public.wagtailcore_revision USING btree (user_id);
CREATE INDEX wagtailcore_pagesubscription_page_id_a085e7a6 ON public.wagtailcore_pagesubscription USING btree (page_id);
CREATE INDEX wagtailcore_pagesubscription_user_id_89d7def9 ON public.wagtailcore_pagesubscription USING btree (user_id);
CREATE INDEX wagtailcore_pageviewrestri_pageviewrestriction_id_f147a99a ON public.wagtailcore_pageviewrestriction_groups USING btree (pageviewrestriction_id);
CREATE INDEX wagtailcore_pageviewrestriction_groups_group_id_6460f223 ON public.wagtailcore_pageviewrestriction_groups USING btree (group_id);
CREATE INDEX wagtailcore_pageviewrestriction_page_id_15a8bea6 ON public.wagtailcore_pageviewrestriction USING btree (page_id);
CREATE INDEX wagtailcore_referenceindex_base_content_type_id_313cf40f ON public.wagtailcore_referenceindex USING btree (base_content_type_id);
CREATE INDEX wagtailcore_referenceindex_content_type_id_766e0336 ON public.wagtailcore_referenceindex USING btree (content_type_id);
CREATE INDEX wagtailcore_referenceindex_to_content_type_id_93690bbd ON public.wagtailcore_referenceindex USING btree (to_content_type_id);
CREATE INDEX wagtailcore_revision_base_content_type_id_5b4ef7bd ON public.wagtailcore_revision USING btree (base_content_type_id);
CREATE INDEX wagtailcore_revision_content_type_id_c8cb69c0 ON public.wagtailcore_revision USING btree (content_type_id);
CREATE INDEX wagtailcore_site_hostname_96b20b46 ON public.wagtailcore_site USING btree (hostname);
CREATE INDEX wagtailcore_site_hostname_96b20b46_like ON public.wagtailcore_site USING btree (hostname varchar_pattern_ops);
CREATE INDEX wagtailcore_site_root_page_id_e02fb95c ON public.wagtailcore_site USING btree (root_page_id);
CREATE INDEX wagtailcore_task_content_type_id_249ab8ba ON public.wagtailcore_task USING btree (content_type_id);
CREATE INDEX wagtailcore_taskstate_content_type_id_0a758fdc ON public.wagtailcore_taskstate USING btree (content_type_id);
CREATE INDEX wagtailcore_taskstate_finished_by_id_13f98229 ON public.wagtailcore_taskstate USING btree (finished_by_id);
CREATE INDEX wagtailcore_taskstate_page_revision_id_9f52c88e ON public.wagtailcore_taskstate USING btree (revision_id);
CREATE INDEX wagtailcore_taskstate_task_id_c3677c34 ON public.wagtailcore_taskstate USING btree (task_id);
CREATE INDEX wagtailcore_taskstate_workflow_state_id_9239a775 ON public.wagtailcore_taskstate USING btree (workflow_state_id);
CREATE INDEX wagtailcore_uploadedfile_for_content_type_id_b0fc87b2 ON public.wagtailcore_uploadedfile USING btree (for_content_type_id);
CREATE INDEX wagtailcore_uploadedfile_uploaded_by_user_id_c7580fe8 ON public.wagtailcore_uploadedfile USING btree (uploaded_by_user_id);
CREATE INDEX wagtailcore_uuid_06a44d_idx ON public.wagtailcore_pagelogentry USING btree (uuid, action, "timestamp" DESC);
CREATE INDEX wagtailcore_uuid_d6363b_idx ON public.wagtailcore_modellogentry USING btree (uuid, action, "timestamp" DESC);
CREATE INDEX wagtailcore_workflowcontenttype_workflow_id_9aad7cd2 ON public.wagtailcore_workflowcontenttype USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowpage_workflow_id_56f56ff6 ON public.wagtailcore_workflowpage USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowstate_base_content_type_id_a30dc576 ON public.wagtailcore_workflowstate USING btree (base_content_type_id);
CREATE INDEX wagtailcore_workflowstate_content_type_id_2bb78ce1 ON public.wagtailcore_workflowstate USING btree (content_type_id);
CREATE INDEX wagtailcore_workflowstate_requested_by_id_4090bca3 ON public.wagtailcore_workflowstate USING btree (requested_by_id);
CREATE INDEX wagtailcore_workflowstate_workflow_id_1f18378f ON public.wagtailcore_workflowstate USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowtask_task_id_ce7716fe ON public.wagtailcore_workflowtask USING btree (task_id);
CREATE INDEX wagtailcore_workflowtask_workflow_id_b9717175 ON public.wagtailcore_workflowtask USING btree (workflow_id);
CREATE INDEX wagtaildocs_document_collection_id_23881625 ON public.wagtaildocs_document USING btree (collection_id);
CREATE INDEX wagtaildocs_document_uploaded_by_user_id_17258b41 ON public.wagtaildocs_document USING btree (uploaded_by_user_id);
CREATE INDEX wagtailembeds_embed_cache_until_26c94bb0 ON public.wagtailembeds_embed USING btree (cache_until);
CREATE INDEX wagtailembeds_embed_hash_c9bd8c9a_like ON public.wagtailembeds_embed USING btree (hash varchar_pattern_ops);
CREATE INDEX wagtailforms_formsubmission_page_id_e48e93e7 ON public.wagtailforms_formsubmission USING btree (page_id);
CREATE INDEX wagtailimages_image_collection_id_c2f8af7e ON public.wagtailimages_image USING btree (collection_id);
CREATE INDEX wagtailimages_image_created_at_86fa6cd4 ON public.wagtailimages_image USING btree (created_at);
CREATE INDEX wagtailimages_image_file_hash_fb5bbb23 ON public.wagtailimages_image USING btree (file_hash);
CREATE INDEX wagtailimages_image_file_hash_fb5bbb23_like ON public.wagtailimages_image USING btree (file_hash varchar_pattern_ops);
CREATE INDEX wagtailimages_image_uploaded_by_user_id_5d73dc75 ON public.wagtailimages_image USING btree (uploaded_by_user_id);
CREATE INDEX wagtailimages_rendition_filter_spec_1cba3201 ON public.wagtailimages_rendition USING btree (filter_spec);
CREATE INDEX wagtailimages_rendition_filter_spec_1cba3201_like ON public.wagtailimages_rendition USING btree (filter_spec varchar_pattern_ops);
CREATE INDEX wagtailimages_rendition_image_id_3e1fd774 ON public.wagtailimages_rendition USING btree (image_id);
CREATE INDEX wagtailredirects_redirect_old_path_bb35247b ON public.wagtailredirects_redirect USING btree (old_path);
CREATE INDEX wagtailredirects_redirect_old_path_bb35247b_like ON public.wagtailredirects_redirect USING btree (old_path varchar_pattern_ops);
CREATE INDEX wagtailredirects_redirect_redirect_page_id_b5728a8f ON public.wagtailredirects_redirect USING btree (redirect_page_id);
CREATE INDEX wagtailredirects_redirect_site_id_780a0e1e ON public.wagtailredirects_redirect USING btree (site_id);
CREATE INDEX wagtailsear_autocom_476c89_gin ON public.wagtailsearch_indexentry USING gin (autocomplete);
CREATE INDEX wagtailsear_body_90c85d_gin ON public.wagtailsearch_indexentry USING gin (body);
CREATE INDEX wagtailsear_title_9caae0_gin ON public.wagtailsearch_indexentry USING gin (title);
CREATE INDEX wagtailsearch_indexentry_content_type_id_62ed694f ON public.wagtailsearch_indexentry USING btree (content_type_id);
CREATE INDEX wishlists_line_product_id_9d6d9b37 ON public.wishlists_line USING btree (product_id);
CREATE INDEX wishlists_line_wishlist_id_4cffe302 ON public.wishlists_line USING btree (wishlist_id);
CREATE INDEX wishlists_wishlist_date_created_c05d5e7f ON public.wishlists_wishlist USING btree (date_created);
CREATE INDEX wishlists_wishlist_key_88d419b8_like ON public.wishlists_wishlist USING btree (key varchar_pattern_ops);
CREATE INDEX wishlists_wishlist_owner_id_d5464c62 ON public.wishlists_wishlist USING btree (owner_id);
CREATE INDEX wishlists_wishlistsharedemail_wishlist_id_d7500842 ON public.wishlists_wishlistsharedemail USING btree (wishlist_id);
CREATE INDEX workflowstate_base_ct_id_idx ON public.wagtailcore_workflowstate USING btree (base_content_type_id, object_id);
CREATE INDEX workflowstate_ct_id_idx ON public.wagtailcore_workflowstate USING btree (content_type_id, object_id);
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.accounts_secondfactorreset FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER DELETE OR UPDATE OF first_name, last_name, is_active ON public.accounts_user FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.buyer_reviews_removal FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER DELETE OR UPDATE ON public.buyer_reviews_reply FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_attributeoption FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_attributeoptiongroup FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_category FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_listingchange FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_option FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_product FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_product_product_options FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_productattribute FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_productattributevalue FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_productattributevalue_value_multi_option FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_productcategory FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_productclass FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_productclass_options FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_productimage FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_productphoto FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_productrecommendation FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.certification_certificate FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.certification_reportedstep FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.certification_restoration FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.cms_fairindexpage FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.cms_fairpage FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.cms_fairproduct FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.cms_homepage FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.cms_infopage FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.cms_newsindexpage FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.cms_newspage FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.cms_storyindexpage FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.cms_storypage FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.django_flatpage FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.django_flatpage_sites FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.django_site FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.geography_adminunit FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.geography_succession FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.geography_unitspelling FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.media_photo FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.media_rendition FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.partner_offersheet FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.partner_partner FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.partner_partner_users FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.partner_partneraddress FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR TRUNCATE ON public.partner_stockrecord FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.producers_membership FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.producers_producer FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.questions_answer FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER DELETE OR UPDATE ON public.questions_question FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.reviews_productreview FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.reviews_vote FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.salespoints_salespoint FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.salespoints_salespointmembership FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER DELETE ON public.search_outboxentry FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER DELETE ON public.search_replicachange FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.search_usage_publicquery FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.shipping_deliveryzone FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.shipping_orderanditemcharges FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.shipping_orderanditemcharges_countries FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.shipping_packedweight FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.shipping_pickupoffer FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.shipping_shipment FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.shipping_trackingevent FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.shipping_weightband FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.shipping_weightbased FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.shipping_weightbased_countries FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.taggit_tag FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.taggit_taggeditem FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.traceability_capturedevent FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.traceability_capturejob FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.traceability_capturekey FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.traceability_event FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.traceability_lot FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.traceability_lotinput FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.traceability_place FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.traceability_printrun FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.traceability_productgtin FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.traceability_recall FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.traceability_recallend FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.traceability_signingkey FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.traceability_stamp FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.traceability_stampbatch FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_collection FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_collectionviewrestriction FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_collectionviewrestriction_groups FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_groupapprovaltask FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_groupapprovaltask_groups FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_groupcollectionpermission FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_grouppagepermission FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_groupsitepermission FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_locale FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_page FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_pageviewrestriction FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_pageviewrestriction_groups FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_site FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_task FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_workflow FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_workflowcontenttype FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_workflowpage FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_workflowtask FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtaildocs_document FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailembeds_embed FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailforms_formsubmission FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailimages_image FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailimages_rendition FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailredirects_redirect FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_change();
CREATE TRIGGER caching_note_stock AFTER UPDATE ON public.partner_stockrecord REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.caching_note_stock();
CREATE TRIGGER pgtrigger_append_only_b8350 BEFORE DELETE OR UPDATE ON public.traceability_event FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b8350();
CREATE TRIGGER pgtrigger_append_only_d3780 BEFORE DELETE ON public.traceability_capturedevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d3780();
CREATE TRIGGER pgtrigger_assignment_answered_once_2d228 BEFORE UPDATE ON public.payments_assignment FOR EACH ROW WHEN ((old.answered_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_assignment_answered_once_2d228();
CREATE TRIGGER pgtrigger_assignment_is_kept_aa4b1 BEFORE DELETE ON public.payments_assignment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_assignment_is_kept_aa4b1();
CREATE TRIGGER pgtrigger_batch_is_fixed_b5bc8 BEFORE UPDATE OF product_id, prefix, count, host, gtin, key_id ON public.traceability_stampbatch FOR EACH ROW WHEN (((old.count IS DISTINCT FROM new.count) OR ((old.gtin)::text IS DISTINCT FROM (new.gtin)::text) OR ((old.host)::text IS DISTINCT FROM (new.host)::text) OR (old.key_id IS DISTINCT FROM new.key_id) OR ((old.prefix)::text IS DISTINCT FROM (new.prefix)::text) OR (old.product_id IS DISTINCT FROM new.product_id))) EXECUTE FUNCTION public.pgtrigger_batch_is_fixed_b5bc8();
CREATE TRIGGER pgtrigger_batch_lot_fits_291a5 BEFORE INSERT OR UPDATE OF lot_id ON public.traceability_stampbatch FOR EACH ROW WHEN ((new.lot_id IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_batch_lot_fits_291a5();
CREATE TRIGGER pgtrigger_batch_steps_6f84b BEFORE UPDATE OF state ON public.traceability_stampbatch FOR EACH ROW WHEN (((old.state)::text IS DISTINCT FROM (new.state)::text)) EXECUTE FUNCTION public.pgtrigger_batch_steps_6f84b();
CREATE TRIGGER pgtrigger_claim_message_is_kept_6d53a BEFORE UPDATE ON public.claims_claimmessage FOR EACH ROW WHEN (((old.text IS DISTINCT FROM new.text) OR ((old.state)::text IS DISTINCT FROM (new.state)::text) OR ((old.outcome)::text IS DISTINCT FROM (new.outcome)::text))) EXECUTE FUNCTION public.pgtrigger_claim_message_is_kept_6d53a();
CREATE TRIGGER pgtrigger_code_is_for_ever_9105c BEFORE UPDATE OF code ON public.traceability_stamp FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_code_is_for_ever_9105c();
CREATE TRIGGER pgtrigger_count_allocations_0f269 AFTER INSERT OR DELETE OR UPDATE ON public.partner_allocation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_count_allocations_0f269();
CREATE TRIGGER pgtrigger_delete_delete_0b197 AFTER DELETE ON public.traceability_lotinput FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_0b197();
CREATE TRIGGER pgtrigger_discount_share_is_kept_65b1f BEFORE UPDATE ON public.vouchers_share FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_discount_share_is_kept_65b1f();
CREATE TRIGGER pgtrigger_insert_insert_2a7ac AFTER INSERT ON public.payments_receipt FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_2a7ac();
CREATE TRIGGER pgtrigger_insert_insert_4d087 AFTER INSERT ON public.certification_certificate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_4d087();
CREATE TRIGGER pgtrigger_insert_insert_4f41f AFTER INSERT ON public.order_order FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_4f41f();
CREATE TRIGGER pgtrigger_insert_insert_652a3 AFTER INSERT ON public.traceability_lot FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_652a3();
CREATE TRIGGER pgtrigger_insert_insert_80c0d AFTER INSERT ON public.partner_stockrecord FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_80c0d();
CREATE TRIGGER pgtrigger_insert_insert_85fac AFTER INSERT ON public.complaints_complaint FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_85fac();
CREATE TRIGGER pgtrigger_insert_insert_89824 AFTER INSERT ON public.order_parcel FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_89824();
CREATE TRIGGER pgtrigger_insert_insert_898d8 AFTER INSERT ON public.shipping_pickupoffer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_898d8();
CREATE TRIGGER pgtrigger_insert_insert_928b4 AFTER INSERT ON public.order_confirmation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_928b4();
CREATE TRIGGER pgtrigger_insert_insert_9c87b AFTER INSERT ON public.shipping_deliveryzone FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_9c87b();
CREATE TRIGGER pgtrigger_insert_insert_9e75f AFTER INSERT ON public.traceability_recall FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_9e75f();
CREATE TRIGGER pgtrigger_insert_insert_b4de1 AFTER INSERT ON public.partner_partner FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_b4de1();
CREATE TRIGGER pgtrigger_insert_insert_c3cdc AFTER INSERT ON public.traceability_stampbatch FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c3cdc();
CREATE TRIGGER pgtrigger_insert_insert_df8fa AFTER INSERT ON public.claims_claim FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_df8fa();
CREATE TRIGGER pgtrigger_insert_insert_eff19 AFTER INSERT ON public.payments_refund FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_eff19();
CREATE TRIGGER pgtrigger_insert_insert_f3547 AFTER INSERT ON public.payments_bankaccount FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_f3547();
CREATE TRIGGER pgtrigger_insert_insert_f853b AFTER INSERT ON public.traceability_signingkey FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_f853b();
CREATE TRIGGER pgtrigger_insert_insert_fc763 AFTER INSERT ON public.traceability_lotinput FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_fc763();
CREATE TRIGGER pgtrigger_insert_insert_fd5bc AFTER INSERT ON public.vouchers_terms FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_fd5bc();
CREATE TRIGGER pgtrigger_keep_former_slug_13d8f BEFORE UPDATE ON public.salespoints_salespoint FOR EACH ROW WHEN (((old.slug)::text IS DISTINCT FROM (new.slug)::text)) EXECUTE FUNCTION public.pgtrigger_keep_former_slug_13d8f();
CREATE TRIGGER pgtrigger_keep_former_slug_2ada7 BEFORE UPDATE ON public.catalogue_product FOR EACH ROW WHEN (((old.slug)::text IS DISTINCT FROM (new.slug)::text)) EXECUTE FUNCTION public.pgtrigger_keep_former_slug_2ada7();
CREATE TRIGGER pgtrigger_keep_former_slug_cd6d1 BEFORE UPDATE ON public.geography_adminunit FOR EACH ROW WHEN (((old.slug)::text IS DISTINCT FROM (new.slug)::text)) EXECUTE FUNCTION public.pgtrigger_keep_former_slug_cd6d1();
CREATE TRIGGER pgtrigger_keep_former_slug_ce02f BEFORE UPDATE ON public.producers_producer FOR EACH ROW WHEN (((old.slug)::text IS DISTINCT FROM (new.slug)::text)) EXECUTE FUNCTION public.pgtrigger_keep_former_slug_ce02f();
CREATE TRIGGER pgtrigger_listingchange_answered_once_484ab BEFORE UPDATE ON public.catalogue_listingchange FOR EACH ROW WHEN (((old.answered_at IS NOT NULL) AND (old.answered_at IS DISTINCT FROM new.answered_at))) EXECUTE FUNCTION public.pgtrigger_listingchange_answered_once_484ab();
CREATE TRIGGER pgtrigger_messages_stay_dfee7 BEFORE UPDATE ON public.order_parcelmessage FOR EACH ROW WHEN (((old.parcel_id IS DISTINCT FROM new.parcel_id) OR ((old.sender)::text IS DISTINCT FROM (new.sender)::text) OR (old.text IS DISTINCT FROM new.text) OR (old.created_at IS DISTINCT FROM new.created_at))) EXECUTE FUNCTION public.pgtrigger_messages_stay_dfee7();
CREATE TRIGGER pgtrigger_never_replaced_ea5a7 BEFORE UPDATE ON public.media_evidence FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_replaced_ea5a7();
CREATE TRIGGER pgtrigger_no_circle_3bf00 BEFORE INSERT OR UPDATE OF lot_id, source_lot_id ON public.traceability_lotinput FOR EACH ROW WHEN ((new.source_lot_id IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_no_circle_3bf00();
CREATE TRIGGER pgtrigger_not_more_than_ordered_ada07 AFTER INSERT OR UPDATE ON public.order_cancellation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_not_more_than_ordered_ada07();
CREATE TRIGGER pgtrigger_photo_stays_ae4bf BEFORE UPDATE OF photo_id ON public.traceability_suspicionreport FOR EACH ROW WHEN ((old.photo_id IS DISTINCT FROM new.photo_id)) EXECUTE FUNCTION public.pgtrigger_photo_stays_ae4bf();
CREATE TRIGGER pgtrigger_recall_ends_by_two_96683 BEFORE INSERT OR UPDATE ON public.traceability_recall FOR EACH ROW WHEN ((new.ended_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_recall_ends_by_two_96683();
CREATE TRIGGER pgtrigger_recallend_answered_once_ee94e BEFORE UPDATE ON public.traceability_recallend FOR EACH ROW WHEN ((old.answered_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_recallend_answered_once_ee94e();
CREATE TRIGGER pgtrigger_recallend_is_kept_07fa7 BEFORE DELETE ON public.traceability_recallend FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_recallend_is_kept_07fa7();
CREATE TRIGGER pgtrigger_receipt_facts_are_kept_932ea BEFORE UPDATE ON public.payments_receipt FOR EACH ROW WHEN (((old.amount IS DISTINCT FROM new.amount) OR (old.account_id IS DISTINCT FROM new.account_id) OR (old.booked_at IS DISTINCT FROM new.booked_at) OR ((old.method)::text IS DISTINCT FROM (new.method)::text) OR ((old.payment_id IS NOT NULL) AND (old.payment_id IS DISTINCT FROM new.payment_id)))) EXECUTE FUNCTION public.pgtrigger_receipt_facts_are_kept_932ea();
CREATE TRIGGER pgtrigger_removal_is_kept_e47bd BEFORE DELETE OR UPDATE ON public.buyer_reviews_removal FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removal_is_kept_e47bd();
CREATE TRIGGER pgtrigger_restoration_answered_once_dfaac BEFORE UPDATE ON public.certification_restoration FOR EACH ROW WHEN ((old.answered_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_restoration_answered_once_dfaac();
CREATE TRIGGER pgtrigger_restoration_is_kept_42b64 BEFORE DELETE ON public.certification_restoration FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_restoration_is_kept_42b64();
CREATE TRIGGER pgtrigger_secondfactorreset_answered_once_f16ba BEFORE UPDATE ON public.accounts_secondfactorreset FOR EACH ROW WHEN ((old.answered_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_secondfactorreset_answered_once_f16ba();
CREATE TRIGGER pgtrigger_secondfactorreset_is_kept_ff459 BEFORE DELETE ON public.accounts_secondfactorreset FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_secondfactorreset_is_kept_ff459();
CREATE TRIGGER pgtrigger_share_is_kept_63d91 BEFORE DELETE OR UPDATE ON public.payments_share FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_share_is_kept_63d91();
CREATE CONSTRAINT TRIGGER pgtrigger_shares_make_up_the_receipt_411c9 AFTER INSERT ON public.payments_share DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_shares_make_up_the_receipt_411c9();
CREATE TRIGGER pgtrigger_stamp_steps_54251 BEFORE UPDATE OF state_override ON public.traceability_stamp FOR EACH ROW WHEN (((old.state_override)::text IS DISTINCT FROM (new.state_override)::text)) EXECUTE FUNCTION public.pgtrigger_stamp_steps_54251();
CREATE TRIGGER pgtrigger_state_update_8a482 AFTER UPDATE ON public.traceability_stamp FOR EACH ROW WHEN ((((old.state_override)::text IS DISTINCT FROM (new.state_override)::text) OR (old.withdrawn_at IS DISTINCT FROM new.withdrawn_at))) EXECUTE FUNCTION public.pgtrigger_state_update_8a482();
CREATE TRIGGER pgtrigger_tell_the_order_cbb69 AFTER INSERT OR UPDATE OF state ON public.order_parcel FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_tell_the_order_cbb69();
CREATE TRIGGER pgtrigger_update_update_036d3 AFTER UPDATE ON public.payments_bankaccount FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_036d3();
CREATE TRIGGER pgtrigger_update_update_0bfcc AFTER UPDATE ON public.order_order FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_0bfcc();
CREATE TRIGGER pgtrigger_update_update_1c17b AFTER UPDATE ON public.payments_refund FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_1c17b();
CREATE TRIGGER pgtrigger_update_update_1d451 AFTER UPDATE ON public.shipping_pickupoffer FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_1d451();
CREATE TRIGGER pgtrigger_update_update_240cd AFTER UPDATE ON public.partner_partner FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_240cd();
CREATE TRIGGER pgtrigger_update_update_2ffd9 AFTER UPDATE ON public.traceability_recall FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_2ffd9();
CREATE TRIGGER pgtrigger_update_update_31ff8 AFTER UPDATE ON public.certification_certificate FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_31ff8();
CREATE TRIGGER pgtrigger_update_update_36c30 AFTER UPDATE ON public.complaints_complaint FOR EACH ROW WHEN (((old.answer IS DISTINCT FROM new.answer) OR (old.handled_by_id IS DISTINCT FROM new.handled_by_id) OR ((old.state)::text IS DISTINCT FROM (new.state)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_36c30();
CREATE TRIGGER pgtrigger_update_update_5aa4e AFTER UPDATE ON public.partner_stockrecord FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_5aa4e();
CREATE TRIGGER pgtrigger_update_update_6792c AFTER UPDATE ON public.traceability_stampbatch FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_6792c();
CREATE TRIGGER pgtrigger_update_update_69894 AFTER UPDATE ON public.vouchers_terms FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_69894();
CREATE TRIGGER pgtrigger_update_update_74729 AFTER UPDATE ON public.traceability_signingkey FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_74729();
CREATE TRIGGER pgtrigger_update_update_7f6b9 AFTER UPDATE ON public.order_parcel FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_7f6b9();
CREATE TRIGGER pgtrigger_update_update_bdb46 AFTER UPDATE ON public.traceability_lot FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_bdb46();
CREATE TRIGGER pgtrigger_update_update_c4f23 AFTER UPDATE ON public.payments_receipt FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_c4f23();
CREATE TRIGGER pgtrigger_update_update_df132 AFTER UPDATE ON public.traceability_lotinput FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_df132();
CREATE TRIGGER pgtrigger_update_update_e3d09 AFTER UPDATE ON public.order_confirmation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e3d09();
CREATE TRIGGER pgtrigger_update_update_e4456 AFTER UPDATE ON public.shipping_deliveryzone FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e4456();
CREATE TRIGGER pgtrigger_update_update_fe4ba AFTER UPDATE ON public.claims_claim FOR EACH ROW WHEN (((old.due_at IS DISTINCT FROM new.due_at) OR ((old.outcome)::text IS DISTINCT FROM (new.outcome)::text) OR ((old.state)::text IS DISTINCT FROM (new.state)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_fe4ba();
CREATE TRIGGER search_kinds_fairpage_delete AFTER DELETE ON public.cms_fairpage REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_kinds_fairpage_delete();
CREATE TRIGGER search_kinds_fairpage_insert AFTER INSERT ON public.cms_fairpage REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_kinds_fairpage_insert();
CREATE TRIGGER search_kinds_fairpage_update AFTER UPDATE ON public.cms_fairpage REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_kinds_fairpage_update();
CREATE TRIGGER search_kinds_newspage_delete AFTER DELETE ON public.cms_newspage REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_kinds_newspage_delete();
CREATE TRIGGER search_kinds_newspage_insert AFTER INSERT ON public.cms_newspage REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_kinds_newspage_insert();
CREATE TRIGGER search_kinds_newspage_update AFTER UPDATE ON public.cms_newspage REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_kinds_newspage_update();
CREATE TRIGGER search_kinds_page_update AFTER UPDATE ON public.wagtailcore_page REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_kinds_page_update();
CREATE TRIGGER search_kinds_producer_update AFTER UPDATE ON public.producers_producer REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_kinds_producer_update();
CREATE TRIGGER search_kinds_restriction_delete AFTER DELETE ON public.wagtailcore_pageviewrestriction REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_kinds_restriction_delete();
CREATE TRIGGER search_kinds_restriction_insert AFTER INSERT ON public.wagtailcore_pageviewrestriction REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_kinds_restriction_insert();
CREATE TRIGGER search_kinds_restriction_update AFTER UPDATE ON public.wagtailcore_pageviewrestriction REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_kinds_restriction_update();
CREATE TRIGGER search_kinds_salespoint_update AFTER UPDATE ON public.salespoints_salespoint REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_kinds_salespoint_update();
CREATE TRIGGER search_outbox_catalogue_category_update AFTER UPDATE ON public.catalogue_category REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_outbox_catalogue_category_update();
CREATE TRIGGER search_outbox_catalogue_product AFTER INSERT OR DELETE OR UPDATE ON public.catalogue_product FOR EACH ROW EXECUTE FUNCTION public.search_outbox_catalogue_product();
CREATE TRIGGER search_outbox_catalogue_productcategory AFTER INSERT OR DELETE OR UPDATE ON public.catalogue_productcategory FOR EACH ROW EXECUTE FUNCTION public.search_outbox_catalogue_productcategory();
CREATE TRIGGER search_outbox_catalogue_productphoto AFTER INSERT OR DELETE OR UPDATE ON public.catalogue_productphoto FOR EACH ROW EXECUTE FUNCTION public.search_outbox_catalogue_productphoto();
CREATE TRIGGER search_outbox_certification_certificate AFTER INSERT OR DELETE OR UPDATE ON public.certification_certificate FOR EACH ROW EXECUTE FUNCTION public.search_outbox_certification_certificate();
CREATE TRIGGER search_outbox_certification_reportedstep AFTER INSERT OR DELETE OR UPDATE ON public.certification_reportedstep FOR EACH ROW EXECUTE FUNCTION public.search_outbox_certification_reportedstep();
CREATE TRIGGER search_outbox_cms_storypage AFTER INSERT OR DELETE OR UPDATE ON public.cms_storypage FOR EACH ROW EXECUTE FUNCTION public.search_outbox_cms_storypage();
CREATE TRIGGER search_outbox_geography_adminunit AFTER INSERT OR DELETE OR UPDATE ON public.geography_adminunit FOR EACH ROW EXECUTE FUNCTION public.search_outbox_geography_adminunit();
CREATE TRIGGER search_outbox_geography_succession_delete AFTER DELETE ON public.geography_succession REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_outbox_geography_succession_delete();
CREATE TRIGGER search_outbox_geography_succession_insert AFTER INSERT ON public.geography_succession REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_outbox_geography_succession_insert();
CREATE TRIGGER search_outbox_geography_succession_update AFTER UPDATE ON public.geography_succession REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_outbox_geography_succession_update();
CREATE TRIGGER search_outbox_geography_unitspelling_delete AFTER DELETE ON public.geography_unitspelling REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_outbox_geography_unitspelling_delete();
CREATE TRIGGER search_outbox_geography_unitspelling_insert AFTER INSERT ON public.geography_unitspelling REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_outbox_geography_unitspelling_insert();
CREATE TRIGGER search_outbox_geography_unitspelling_update AFTER UPDATE ON public.geography_unitspelling REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_outbox_geography_unitspelling_update();
CREATE TRIGGER search_outbox_partner_partner_update AFTER UPDATE ON public.partner_partner REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_outbox_partner_partner_update();
CREATE TRIGGER search_outbox_partner_stockhold_delete AFTER DELETE ON public.partner_stockhold REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_outbox_partner_stockhold_delete();
CREATE TRIGGER search_outbox_partner_stockhold_insert AFTER INSERT ON public.partner_stockhold REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_outbox_partner_stockhold_insert();
CREATE TRIGGER search_outbox_partner_stockhold_update AFTER UPDATE ON public.partner_stockhold REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_outbox_partner_stockhold_update();
CREATE TRIGGER search_outbox_partner_stockrecord AFTER INSERT OR DELETE OR UPDATE ON public.partner_stockrecord FOR EACH ROW EXECUTE FUNCTION public.search_outbox_partner_stockrecord();
CREATE TRIGGER search_outbox_producers_producer AFTER INSERT OR DELETE OR UPDATE ON public.producers_producer FOR EACH ROW EXECUTE FUNCTION public.search_outbox_producers_producer();
CREATE TRIGGER search_outbox_traceability_recall AFTER INSERT OR DELETE OR UPDATE ON public.traceability_recall FOR EACH ROW EXECUTE FUNCTION public.search_outbox_traceability_recall();
CREATE TRIGGER search_outbox_wagtailcore_page AFTER INSERT OR DELETE OR UPDATE ON public.wagtailcore_page FOR EACH ROW EXECUTE FUNCTION public.search_outbox_wagtailcore_page();
CREATE TRIGGER search_suggestions_catalogue_category_delete AFTER DELETE ON public.catalogue_category REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_suggestions_catalogue_category_delete();
CREATE TRIGGER search_suggestions_catalogue_category_insert AFTER INSERT ON public.catalogue_category REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_suggestions_catalogue_category_insert();
CREATE TRIGGER search_suggestions_catalogue_category_update AFTER UPDATE ON public.catalogue_category REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_suggestions_catalogue_category_update();
CREATE TRIGGER search_suggestions_geography_adminunit_delete AFTER DELETE ON public.geography_adminunit REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_suggestions_geography_adminunit_delete();
CREATE TRIGGER search_suggestions_geography_adminunit_insert AFTER INSERT ON public.geography_adminunit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_suggestions_geography_adminunit_insert();
CREATE TRIGGER search_suggestions_geography_adminunit_update AFTER UPDATE ON public.geography_adminunit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_suggestions_geography_adminunit_update();
CREATE TRIGGER search_suggestions_geography_unitspelling_delete AFTER DELETE ON public.geography_unitspelling REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_suggestions_geography_unitspelling_delete();
CREATE TRIGGER search_suggestions_geography_unitspelling_insert AFTER INSERT ON public.geography_unitspelling REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_suggestions_geography_unitspelling_insert();
CREATE TRIGGER search_suggestions_geography_unitspelling_update AFTER UPDATE ON public.geography_unitspelling REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_suggestions_geography_unitspelling_update();
CREATE TRIGGER search_suggestions_producers_producer_delete AFTER DELETE ON public.producers_producer REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_suggestions_producers_producer_delete();
CREATE TRIGGER search_suggestions_producers_producer_insert AFTER INSERT ON public.producers_producer REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_suggestions_producers_producer_insert();
CREATE TRIGGER search_suggestions_producers_producer_update AFTER UPDATE ON public.producers_producer REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_suggestions_producers_producer_update();
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_secondfactorreset
    ADD CONSTRAINT accounts_secondfacto_answered_by_id_b3bc2888_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_secondfactorreset
    ADD CONSTRAINT accounts_secondfacto_asked_by_id_e362eaa4_fk_accounts_ FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_secondfactorreset
    ADD CONSTRAINT accounts_secondfacto_person_id_f0279534_fk_accounts_ FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_group_id_bd11a704_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_user_id_52b62117_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_p_permission_id_113bb443_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_p_user_id_e4f0a161_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.address_useraddress
    ADD CONSTRAINT address_useraddress_country_id_fa26a249_fk_address_c FOREIGN KEY (country_id) REFERENCES public.address_country(iso_3166_1_a2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.address_useraddress
    ADD CONSTRAINT address_useraddress_user_id_6edf0244_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.analytics_productrecord
    ADD CONSTRAINT analytics_productrec_product_id_dad3a871_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.analytics_userproductview
    ADD CONSTRAINT analytics_userproduc_product_id_a55b87ad_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.analytics_userproductview
    ADD CONSTRAINT analytics_userproductview_user_id_5e49a8b1_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.analytics_userrecord
    ADD CONSTRAINT analytics_userrecord_user_id_702cff4c_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.analytics_usersearch
    ADD CONSTRAINT analytics_usersearch_user_id_1775992d_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.basket_basket
    ADD CONSTRAINT basket_basket_owner_id_3a018de5_fk_accounts_user_id FOREIGN KEY (owner_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.basket_basket_vouchers
    ADD CONSTRAINT basket_basket_vouche_voucher_id_c2b66981_fk_voucher_v FOREIGN KEY (voucher_id) REFERENCES public.voucher_voucher(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.basket_basket_vouchers
    ADD CONSTRAINT basket_basket_vouchers_basket_id_f857c2f8_fk_basket_basket_id FOREIGN KEY (basket_id) REFERENCES public.basket_basket(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.basket_line
    ADD CONSTRAINT basket_line_basket_id_b615c905_fk_basket_basket_id FOREIGN KEY (basket_id) REFERENCES public.basket_basket(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.basket_line
    ADD CONSTRAINT basket_line_product_id_303d743e_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.basket_line
    ADD CONSTRAINT basket_line_stockrecord_id_7039d8a4_fk_partner_stockrecord_id FOREIGN KEY (stockrecord_id) REFERENCES public.partner_stockrecord(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.basket_lineattribute
    ADD CONSTRAINT basket_lineattribute_line_id_c41e0cdf_fk_basket_line_id FOREIGN KEY (line_id) REFERENCES public.basket_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.basket_lineattribute
    ADD CONSTRAINT basket_lineattribute_option_id_9387a3f7_fk_catalogue_option_id FOREIGN KEY (option_id) REFERENCES public.catalogue_option(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.buyer_reviews_purchase
    ADD CONSTRAINT buyer_reviews_purcha_review_id_052ffbec_fk_reviews_p FOREIGN KEY (review_id) REFERENCES public.reviews_productreview(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.buyer_reviews_purchase
    ADD CONSTRAINT buyer_reviews_purchase_line_id_b46082c9_fk_order_line_id FOREIGN KEY (line_id) REFERENCES public.order_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.buyer_reviews_removal
    ADD CONSTRAINT buyer_reviews_remova_product_id_ac8e078c_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.buyer_reviews_removal
    ADD CONSTRAINT buyer_reviews_removal_by_id_2c024c94_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.buyer_reviews_reply
    ADD CONSTRAINT buyer_reviews_reply_by_id_5fa3d9ce_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.buyer_reviews_reply
    ADD CONSTRAINT buyer_reviews_reply_review_id_416bbb0b_fk_reviews_p FOREIGN KEY (review_id) REFERENCES public.reviews_productreview(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_attributeoption
    ADD CONSTRAINT catalogue_attributeo_group_id_3d4a5e24_fk_catalogue FOREIGN KEY (group_id) REFERENCES public.catalogue_attributeoptiongroup(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_listingchange
    ADD CONSTRAINT catalogue_listingcha_answered_by_id_60cb0909_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_listingchange
    ADD CONSTRAINT catalogue_listingcha_asked_by_id_f96001ed_fk_accounts_ FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_listingchange
    ADD CONSTRAINT catalogue_listingcha_product_id_11b6e1ae_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_listingchange
    ADD CONSTRAINT catalogue_listingchange_photo_id_ca04df5a_fk_media_photo_id FOREIGN KEY (photo_id) REFERENCES public.media_photo(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_option
    ADD CONSTRAINT catalogue_option_option_group_id_2fd86269_fk_catalogue FOREIGN KEY (option_group_id) REFERENCES public.catalogue_attributeoptiongroup(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_product
    ADD CONSTRAINT catalogue_product_parent_id_9bfd2382_fk_catalogue_product_id FOREIGN KEY (parent_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_product_product_options
    ADD CONSTRAINT catalogue_product_pr_option_id_ff470e13_fk_catalogue FOREIGN KEY (option_id) REFERENCES public.catalogue_option(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_product_product_options
    ADD CONSTRAINT catalogue_product_pr_product_id_ad2b46bd_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_product
    ADD CONSTRAINT catalogue_product_producer_id_312ae37b_fk_producers_producer_id FOREIGN KEY (producer_id) REFERENCES public.producers_producer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_product
    ADD CONSTRAINT catalogue_product_product_class_id_0c6c5b54_fk_catalogue FOREIGN KEY (product_class_id) REFERENCES public.catalogue_productclass(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_product
    ADD CONSTRAINT catalogue_product_unit_id_b9f4c7f9_fk_geography_adminunit_id FOREIGN KEY (unit_id) REFERENCES public.geography_adminunit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productattributevalue
    ADD CONSTRAINT catalogue_productatt_attribute_id_0287c1e7_fk_catalogue FOREIGN KEY (attribute_id) REFERENCES public.catalogue_productattribute(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productattributevalue_value_multi_option
    ADD CONSTRAINT catalogue_productatt_attributeoption_id_962b600b_fk_catalogue FOREIGN KEY (attributeoption_id) REFERENCES public.catalogue_attributeoption(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productattributevalue
    ADD CONSTRAINT catalogue_productatt_entity_content_type__f7186ab5_fk_django_co FOREIGN KEY (entity_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productattribute
    ADD CONSTRAINT catalogue_productatt_option_group_id_6b422dc2_fk_catalogue FOREIGN KEY (option_group_id) REFERENCES public.catalogue_attributeoptiongroup(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productattribute
    ADD CONSTRAINT catalogue_productatt_product_class_id_7af808ec_fk_catalogue FOREIGN KEY (product_class_id) REFERENCES public.catalogue_productclass(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productattributevalue
    ADD CONSTRAINT catalogue_productatt_product_id_a03cd90e_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productattributevalue_value_multi_option
    ADD CONSTRAINT catalogue_productatt_productattributevalu_9c7c031e_fk_catalogue FOREIGN KEY (productattributevalue_id) REFERENCES public.catalogue_productattributevalue(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productattributevalue
    ADD CONSTRAINT catalogue_productatt_value_option_id_21026066_fk_catalogue FOREIGN KEY (value_option_id) REFERENCES public.catalogue_attributeoption(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productcategory
    ADD CONSTRAINT catalogue_productcat_category_id_176db535_fk_catalogue FOREIGN KEY (category_id) REFERENCES public.catalogue_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productcategory
    ADD CONSTRAINT catalogue_productcat_product_id_846a4061_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productclass_options
    ADD CONSTRAINT catalogue_productcla_option_id_b099542c_fk_catalogue FOREIGN KEY (option_id) REFERENCES public.catalogue_option(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productclass_options
    ADD CONSTRAINT catalogue_productcla_productclass_id_732df4c8_fk_catalogue FOREIGN KEY (productclass_id) REFERENCES public.catalogue_productclass(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productimage
    ADD CONSTRAINT catalogue_productima_product_id_49474fe8_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productphoto
    ADD CONSTRAINT catalogue_productpho_product_id_b70a4dca_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productphoto
    ADD CONSTRAINT catalogue_productphoto_photo_id_0d98697e_fk_media_photo_id FOREIGN KEY (photo_id) REFERENCES public.media_photo(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productrecommendation
    ADD CONSTRAINT catalogue_productrec_primary_id_6e51a55c_fk_catalogue FOREIGN KEY (primary_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productrecommendation
    ADD CONSTRAINT catalogue_productrec_recommendation_id_daf8ae95_fk_catalogue FOREIGN KEY (recommendation_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certification_certificate
    ADD CONSTRAINT certification_certif_product_id_a1ad3267_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certification_reportedstep
    ADD CONSTRAINT certification_report_product_id_4f747c7f_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certification_restoration
    ADD CONSTRAINT certification_restor_answered_by_id_9b4aa0e2_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certification_restoration
    ADD CONSTRAINT certification_restor_asked_by_id_25ccb585_fk_accounts_ FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certification_restoration
    ADD CONSTRAINT certification_restor_certificate_id_37368688_fk_certifica FOREIGN KEY (certificate_id) REFERENCES public.certification_certificate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.claims_claim
    ADD CONSTRAINT claims_claim_parcel_id_c432a7ee_fk_order_parcel_id FOREIGN KEY (parcel_id) REFERENCES public.order_parcel(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.claims_claimline
    ADD CONSTRAINT claims_claimline_claim_id_bc37483f_fk_claims_claim_id FOREIGN KEY (claim_id) REFERENCES public.claims_claim(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.claims_claimline
    ADD CONSTRAINT claims_claimline_line_id_d0ab181c_fk_order_line_id FOREIGN KEY (line_id) REFERENCES public.order_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.claims_claimmessage
    ADD CONSTRAINT claims_claimmessage_by_id_02b3a534_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.claims_claimmessage
    ADD CONSTRAINT claims_claimmessage_claim_id_724e3d19_fk_claims_claim_id FOREIGN KEY (claim_id) REFERENCES public.claims_claim(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.claims_claimphoto
    ADD CONSTRAINT claims_claimphoto_claim_id_5ba764db_fk_claims_claim_id FOREIGN KEY (claim_id) REFERENCES public.claims_claim(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.claims_claimphoto
    ADD CONSTRAINT claims_claimphoto_evidence_id_975dade1_fk_media_evidence_id FOREIGN KEY (evidence_id) REFERENCES public.media_evidence(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_fairindexpage
    ADD CONSTRAINT cms_fairindexpage_page_ptr_id_ecee816e_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_fairpage
    ADD CONSTRAINT cms_fairpage_page_ptr_id_f6d943b7_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_fairproduct
    ADD CONSTRAINT cms_fairproduct_fair_id_260f248b_fk_cms_fairpage_page_ptr_id FOREIGN KEY (fair_id) REFERENCES public.cms_fairpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_fairproduct
    ADD CONSTRAINT cms_fairproduct_product_id_293d1155_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_homepage
    ADD CONSTRAINT cms_homepage_page_ptr_id_3967ea6a_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_infopage
    ADD CONSTRAINT cms_infopage_page_ptr_id_518e1efe_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_newsindexpage
    ADD CONSTRAINT cms_newsindexpage_page_ptr_id_cc515d6f_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_newspage
    ADD CONSTRAINT cms_newspage_page_ptr_id_8f77c936_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_storyindexpage
    ADD CONSTRAINT cms_storyindexpage_page_ptr_id_db938e66_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_storypage
    ADD CONSTRAINT cms_storypage_page_ptr_id_a40fd0ed_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_storypage
    ADD CONSTRAINT cms_storypage_product_id_34611f60_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.complaints_complaint
    ADD CONSTRAINT complaints_complaint_handled_by_id_3040ae2c_fk_accounts_user_id FOREIGN KEY (handled_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.complaints_complaint
    ADD CONSTRAINT complaints_complaint_product_id_170d2c47_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.communication_email
    ADD CONSTRAINT customer_email_user_id_a69ad588_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.communication_notification
    ADD CONSTRAINT customer_notification_recipient_id_d99de5c8_fk_accounts_user_id FOREIGN KEY (recipient_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.communication_notification
    ADD CONSTRAINT customer_notification_sender_id_affa1632_fk_accounts_user_id FOREIGN KEY (sender_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.customer_productalert
    ADD CONSTRAINT customer_productaler_product_id_7e529a41_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.customer_productalert
    ADD CONSTRAINT customer_productalert_user_id_677ad6d6_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.django_flatpage_sites
    ADD CONSTRAINT django_flatpage_site_flatpage_id_078bbc8b_fk_django_fl FOREIGN KEY (flatpage_id) REFERENCES public.django_flatpage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.django_flatpage_sites
    ADD CONSTRAINT django_flatpage_sites_site_id_bfd8ea84_fk_django_site_id FOREIGN KEY (site_id) REFERENCES public.django_site(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.geography_adminunit
    ADD CONSTRAINT geography_adminunit_parent_id_5fbea402_fk_geography FOREIGN KEY (parent_id) REFERENCES public.geography_adminunit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.geography_succession
    ADD CONSTRAINT geography_succession_new_id_6577cb78_fk_geography_adminunit_id FOREIGN KEY (new_id) REFERENCES public.geography_adminunit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.geography_succession
    ADD CONSTRAINT geography_succession_old_id_dc389cee_fk_geography_adminunit_id FOREIGN KEY (old_id) REFERENCES public.geography_adminunit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.geography_unitspelling
    ADD CONSTRAINT geography_unitspelli_unit_id_e209277a_fk_geography FOREIGN KEY (unit_id) REFERENCES public.geography_adminunit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mail_mailoptout
    ADD CONSTRAINT mail_mailoptout_user_id_9acf0c1f_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.media_photo
    ADD CONSTRAINT media_photo_collection_id_a5735f90_fk_wagtailcore_collection_id FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.media_photo
    ADD CONSTRAINT media_photo_uploaded_by_user_id_557940eb_fk_accounts_user_id FOREIGN KEY (uploaded_by_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.media_rendition
    ADD CONSTRAINT media_rendition_image_id_b46cff94_fk_media_photo_id FOREIGN KEY (image_id) REFERENCES public.media_photo(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notifications_notification
    ADD CONSTRAINT notifications_notification_user_id_b5e8c0ff_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_benefit
    ADD CONSTRAINT offer_benefit_range_id_ab19c5ab_fk_offer_range_id FOREIGN KEY (range_id) REFERENCES public.offer_range(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_condition
    ADD CONSTRAINT offer_condition_range_id_b023a2aa_fk_offer_range_id FOREIGN KEY (range_id) REFERENCES public.offer_range(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_conditionaloffer
    ADD CONSTRAINT offer_conditionaloff_condition_id_e6baa945_fk_offer_con FOREIGN KEY (condition_id) REFERENCES public.offer_condition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_conditionaloffer_combinations
    ADD CONSTRAINT offer_conditionaloff_from_conditionaloffe_85c3bd9f_fk_offer_con FOREIGN KEY (from_conditionaloffer_id) REFERENCES public.offer_conditionaloffer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_conditionaloffer_combinations
    ADD CONSTRAINT offer_conditionaloff_to_conditionaloffer__ae993478_fk_offer_con FOREIGN KEY (to_conditionaloffer_id) REFERENCES public.offer_conditionaloffer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_conditionaloffer
    ADD CONSTRAINT offer_conditionaloffer_benefit_id_f43f68b5_fk_offer_benefit_id FOREIGN KEY (benefit_id) REFERENCES public.offer_benefit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_range_classes
    ADD CONSTRAINT offer_range_classes_productclass_id_6f6de46d_fk_catalogue FOREIGN KEY (productclass_id) REFERENCES public.catalogue_productclass(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_range_classes
    ADD CONSTRAINT offer_range_classes_range_id_7d3e573e_fk_offer_range_id FOREIGN KEY (range_id) REFERENCES public.offer_range(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_range_excluded_categories
    ADD CONSTRAINT offer_range_excluded_category_id_c16fd4f7_fk_catalogue FOREIGN KEY (category_id) REFERENCES public.catalogue_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_range_excluded_products
    ADD CONSTRAINT offer_range_excluded_product_id_78c49bfc_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_range_excluded_categories
    ADD CONSTRAINT offer_range_excluded_range_id_6346945d_fk_offer_ran FOREIGN KEY (range_id) REFERENCES public.offer_range(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_range_excluded_products
    ADD CONSTRAINT offer_range_excluded_range_id_cce4a032_fk_offer_ran FOREIGN KEY (range_id) REFERENCES public.offer_range(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_range_included_categories
    ADD CONSTRAINT offer_range_included_category_id_c61569a5_fk_catalogue FOREIGN KEY (category_id) REFERENCES public.catalogue_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_range_included_categories
    ADD CONSTRAINT offer_range_included_range_id_1b616138_fk_offer_ran FOREIGN KEY (range_id) REFERENCES public.offer_range(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_rangeproduct
    ADD CONSTRAINT offer_rangeproduct_product_id_723b3ea3_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_rangeproduct
    ADD CONSTRAINT offer_rangeproduct_range_id_ee358495_fk_offer_range_id FOREIGN KEY (range_id) REFERENCES public.offer_range(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_rangeproductfileupload
    ADD CONSTRAINT offer_rangeproductfi_range_id_c055ebf8_fk_offer_ran FOREIGN KEY (range_id) REFERENCES public.offer_range(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_rangeproductfileupload
    ADD CONSTRAINT offer_rangeproductfi_uploaded_by_id_c01a3250_fk_accounts_ FOREIGN KEY (uploaded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_billingaddress
    ADD CONSTRAINT order_billingaddress_country_id_17f57dca_fk_address_c FOREIGN KEY (country_id) REFERENCES public.address_country(iso_3166_1_a2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_cancellation
    ADD CONSTRAINT order_cancellation_by_id_ff970f72_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_cancellation
    ADD CONSTRAINT order_cancellation_line_id_39d681a0_fk_order_line_id FOREIGN KEY (line_id) REFERENCES public.order_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_communicationevent
    ADD CONSTRAINT order_communicatione_event_type_id_4bc9ee29_fk_customer_ FOREIGN KEY (event_type_id) REFERENCES public.communication_communicationeventtype(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_communicationevent
    ADD CONSTRAINT order_communicationevent_order_id_94e784ac_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_confirmation
    ADD CONSTRAINT order_confirmation_decided_by_id_5ddb6a78_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_confirmation
    ADD CONSTRAINT order_confirmation_parcel_id_fd83fa76_fk_order_parcel_id FOREIGN KEY (parcel_id) REFERENCES public.order_parcel(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_guestorder
    ADD CONSTRAINT order_guestorder_order_id_f20b66d5_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_line
    ADD CONSTRAINT order_line_certificate_id_dcba015e_fk_certifica FOREIGN KEY (certificate_id) REFERENCES public.certification_certificate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_line
    ADD CONSTRAINT order_line_order_id_b9148391_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_line
    ADD CONSTRAINT order_line_parcel_id_192ad755_fk_order_parcel_id FOREIGN KEY (parcel_id) REFERENCES public.order_parcel(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_line
    ADD CONSTRAINT order_line_partner_id_258a2fb9_fk_partner_partner_id FOREIGN KEY (partner_id) REFERENCES public.partner_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_line
    ADD CONSTRAINT order_line_product_id_e620902d_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_line
    ADD CONSTRAINT order_line_stockrecord_id_1d65aff5_fk_partner_stockrecord_id FOREIGN KEY (stockrecord_id) REFERENCES public.partner_stockrecord(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_lineattribute
    ADD CONSTRAINT order_lineattribute_line_id_adf6dd87_fk_order_line_id FOREIGN KEY (line_id) REFERENCES public.order_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_lineattribute
    ADD CONSTRAINT order_lineattribute_option_id_b54d597c_fk_catalogue_option_id FOREIGN KEY (option_id) REFERENCES public.catalogue_option(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_lineprice
    ADD CONSTRAINT order_lineprice_line_id_2de52446_fk_order_line_id FOREIGN KEY (line_id) REFERENCES public.order_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_lineprice
    ADD CONSTRAINT order_lineprice_order_id_66792e56_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_order
    ADD CONSTRAINT order_order_basket_id_8b0acbb2_fk_basket_basket_id FOREIGN KEY (basket_id) REFERENCES public.basket_basket(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_order
    ADD CONSTRAINT order_order_billing_address_id_8fe537cf_fk_order_bil FOREIGN KEY (billing_address_id) REFERENCES public.order_billingaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_order
    ADD CONSTRAINT order_order_shipping_address_id_57e64931_fk_order_shi FOREIGN KEY (shipping_address_id) REFERENCES public.order_shippingaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_order
    ADD CONSTRAINT order_order_site_id_e27f3526_fk_django_site_id FOREIGN KEY (site_id) REFERENCES public.django_site(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_order
    ADD CONSTRAINT order_order_user_id_7cf9bc2b_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_orderdiscount
    ADD CONSTRAINT order_orderdiscount_order_id_bc91e123_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_orderlinediscount
    ADD CONSTRAINT order_orderlinedisco_order_discount_id_b9dfa715_fk_order_ord FOREIGN KEY (order_discount_id) REFERENCES public.order_orderdiscount(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_orderlinediscount
    ADD CONSTRAINT order_orderlinediscount_line_id_88fbcd4a_fk_order_line_id FOREIGN KEY (line_id) REFERENCES public.order_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_ordernote
    ADD CONSTRAINT order_ordernote_order_id_7d97583d_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_ordernote
    ADD CONSTRAINT order_ordernote_user_id_48d7a672_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_orderstatuschange
    ADD CONSTRAINT order_orderstatuschange_order_id_43efdbe5_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_parcel
    ADD CONSTRAINT order_parcel_order_id_0488d714_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_parcel
    ADD CONSTRAINT order_parcel_partner_id_9ff0f721_fk_partner_partner_id FOREIGN KEY (partner_id) REFERENCES public.partner_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_parcelmessage
    ADD CONSTRAINT order_parcelmessage_by_id_3e22c713_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_parcelmessage
    ADD CONSTRAINT order_parcelmessage_parcel_id_52f4eaa8_fk_order_parcel_id FOREIGN KEY (parcel_id) REFERENCES public.order_parcel(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_paymentevent
    ADD CONSTRAINT order_paymentevent_event_type_id_568c7161_fk_order_pay FOREIGN KEY (event_type_id) REFERENCES public.order_paymenteventtype(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_paymentevent
    ADD CONSTRAINT order_paymentevent_order_id_395b3e82_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_paymentevent
    ADD CONSTRAINT order_paymentevent_shipping_event_id_213dcfb8_fk_order_shi FOREIGN KEY (shipping_event_id) REFERENCES public.order_shippingevent(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_paymenteventquantity
    ADD CONSTRAINT order_paymenteventqu_event_id_a540165a_fk_order_pay FOREIGN KEY (event_id) REFERENCES public.order_paymentevent(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_paymenteventquantity
    ADD CONSTRAINT order_paymenteventquantity_line_id_df44b021_fk_order_line_id FOREIGN KEY (line_id) REFERENCES public.order_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_pickup
    ADD CONSTRAINT order_pickup_arrived_by_id_f47be9e2_fk_accounts_user_id FOREIGN KEY (arrived_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_pickup
    ADD CONSTRAINT order_pickup_parcel_id_c571aaa7_fk_order_parcel_id FOREIGN KEY (parcel_id) REFERENCES public.order_parcel(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_pickup
    ADD CONSTRAINT order_pickup_sales_point_id_38f2e5e5_fk_salespoin FOREIGN KEY (sales_point_id) REFERENCES public.salespoints_salespoint(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_sellermails
    ADD CONSTRAINT order_sellermails_producer_id_def54d49_fk_producers_producer_id FOREIGN KEY (producer_id) REFERENCES public.producers_producer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_sellermails
    ADD CONSTRAINT order_sellermails_user_id_376fe349_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_shippingaddress
    ADD CONSTRAINT order_shippingaddres_country_id_29abf9a0_fk_address_c FOREIGN KEY (country_id) REFERENCES public.address_country(iso_3166_1_a2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_shippingevent
    ADD CONSTRAINT order_shippingevent_event_type_id_9f1efb20_fk_order_shi FOREIGN KEY (event_type_id) REFERENCES public.order_shippingeventtype(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_shippingevent
    ADD CONSTRAINT order_shippingevent_order_id_8c031fb6_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_shippingeventquantity
    ADD CONSTRAINT order_shippingeventq_event_id_1c7fb9c7_fk_order_shi FOREIGN KEY (event_id) REFERENCES public.order_shippingevent(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_shippingeventquantity
    ADD CONSTRAINT order_shippingeventquantity_line_id_3b089ee0_fk_order_line_id FOREIGN KEY (line_id) REFERENCES public.order_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_surcharge
    ADD CONSTRAINT order_surcharge_order_id_5c0a94f5_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_allocation
    ADD CONSTRAINT partner_allocation_line_id_c224ebfc_fk_order_line_id FOREIGN KEY (line_id) REFERENCES public.order_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_allocation
    ADD CONSTRAINT partner_allocation_stockrecord_id_601c3005_fk_partner_s FOREIGN KEY (stockrecord_id) REFERENCES public.partner_stockrecord(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_checkouthold
    ADD CONSTRAINT partner_checkouthold_basket_id_c6672350_fk_basket_basket_id FOREIGN KEY (basket_id) REFERENCES public.basket_basket(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_checkouthold
    ADD CONSTRAINT partner_checkouthold_stockrecord_id_5d3aa9cf_fk_partner_s FOREIGN KEY (stockrecord_id) REFERENCES public.partner_stockrecord(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_offersheet
    ADD CONSTRAINT partner_offersheet_seller_id_ee41e751_fk_partner_partner_id FOREIGN KEY (seller_id) REFERENCES public.partner_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_offersheet
    ADD CONSTRAINT partner_offersheet_uploaded_by_id_f4a30959_fk_accounts_user_id FOREIGN KEY (uploaded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_partner
    ADD CONSTRAINT partner_partner_producer_id_347d61f5_fk_producers_producer_id FOREIGN KEY (producer_id) REFERENCES public.producers_producer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_partner
    ADD CONSTRAINT partner_partner_sales_point_id_c97101ff_fk_salespoin FOREIGN KEY (sales_point_id) REFERENCES public.salespoints_salespoint(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_partner_users
    ADD CONSTRAINT partner_partner_users_partner_id_1883dfd9_fk_partner_partner_id FOREIGN KEY (partner_id) REFERENCES public.partner_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_partner_users
    ADD CONSTRAINT partner_partner_users_user_id_d75d6e40_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_partneraddress
    ADD CONSTRAINT partner_partneraddre_country_id_02c4f979_fk_address_c FOREIGN KEY (country_id) REFERENCES public.address_country(iso_3166_1_a2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_partneraddress
    ADD CONSTRAINT partner_partneraddre_partner_id_59551b0a_fk_partner_p FOREIGN KEY (partner_id) REFERENCES public.partner_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_stockalert
    ADD CONSTRAINT partner_stockalert_stockrecord_id_68ad503a_fk_partner_s FOREIGN KEY (stockrecord_id) REFERENCES public.partner_stockrecord(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_stockhold
    ADD CONSTRAINT partner_stockhold_line_id_38e0a0c3_fk_order_line_id FOREIGN KEY (line_id) REFERENCES public.order_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_stockhold
    ADD CONSTRAINT partner_stockhold_stockrecord_id_73150502_fk_partner_s FOREIGN KEY (stockrecord_id) REFERENCES public.partner_stockrecord(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_stockrecord
    ADD CONSTRAINT partner_stockrecord_partner_id_4155a586_fk_partner_partner_id FOREIGN KEY (partner_id) REFERENCES public.partner_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_stockrecord
    ADD CONSTRAINT partner_stockrecord_product_id_62fd9e45_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payment_bankcard
    ADD CONSTRAINT payment_bankcard_user_id_08e1d04c_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payment_source
    ADD CONSTRAINT payment_source_order_id_6b7f2215_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payment_source
    ADD CONSTRAINT payment_source_source_type_id_700828fe_fk_payment_sourcetype_id FOREIGN KEY (source_type_id) REFERENCES public.payment_sourcetype(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payment_transaction
    ADD CONSTRAINT payment_transaction_source_id_c5ac31e8_fk_payment_source_id FOREIGN KEY (source_id) REFERENCES public.payment_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_assignment
    ADD CONSTRAINT payments_assignment_answered_by_id_8ecd6808_fk_accounts_user_id FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_assignment
    ADD CONSTRAINT payments_assignment_asked_by_id_cefc0c33_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_assignment
    ADD CONSTRAINT payments_assignment_payment_id_01734650_fk_payments_payment_id FOREIGN KEY (payment_id) REFERENCES public.payments_payment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_assignment
    ADD CONSTRAINT payments_assignment_receipt_id_126ddb77_fk_payments_receipt_id FOREIGN KEY (receipt_id) REFERENCES public.payments_receipt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_bankaccount
    ADD CONSTRAINT payments_bankaccount_activated_by_id_c089ddd0_fk_accounts_ FOREIGN KEY (activated_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_bankaccount
    ADD CONSTRAINT payments_bankaccount_entered_by_id_6109ed70_fk_accounts_user_id FOREIGN KEY (entered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_bankaccount
    ADD CONSTRAINT payments_bankaccount_partner_id_eb75c246_fk_partner_partner_id FOREIGN KEY (partner_id) REFERENCES public.partner_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_notice
    ADD CONSTRAINT payments_notice_receipt_id_8c70a9a9_fk_payments_receipt_id FOREIGN KEY (receipt_id) REFERENCES public.payments_receipt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_payment
    ADD CONSTRAINT payments_payment_account_id_af225a32_fk_payments_bankaccount_id FOREIGN KEY (account_id) REFERENCES public.payments_bankaccount(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_payment
    ADD CONSTRAINT payments_payment_order_id_22c479b7_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_payment_parcels
    ADD CONSTRAINT payments_payment_par_payment_id_3bbe9a44_fk_payments_ FOREIGN KEY (payment_id) REFERENCES public.payments_payment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_payment_parcels
    ADD CONSTRAINT payments_payment_parcels_parcel_id_13d4e25e_fk_order_parcel_id FOREIGN KEY (parcel_id) REFERENCES public.order_parcel(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_receipt
    ADD CONSTRAINT payments_receipt_account_id_dab4f9fb_fk_payments_bankaccount_id FOREIGN KEY (account_id) REFERENCES public.payments_bankaccount(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_receipt
    ADD CONSTRAINT payments_receipt_entered_by_id_466c0ec3_fk_accounts_user_id FOREIGN KEY (entered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_receipt
    ADD CONSTRAINT payments_receipt_payment_id_5c31062a_fk_payments_payment_id FOREIGN KEY (payment_id) REFERENCES public.payments_payment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_refund
    ADD CONSTRAINT payments_refund_asked_by_id_a8566fbf_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_refund
    ADD CONSTRAINT payments_refund_sent_by_id_2cdc821b_fk_accounts_user_id FOREIGN KEY (sent_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_refund
    ADD CONSTRAINT payments_refund_share_id_aa7f6a75_fk_payments_share_id FOREIGN KEY (share_id) REFERENCES public.payments_share(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_share
    ADD CONSTRAINT payments_share_parcel_id_b14b9f96_fk_order_parcel_id FOREIGN KEY (parcel_id) REFERENCES public.order_parcel(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_share
    ADD CONSTRAINT payments_share_receipt_id_2a146b1a_fk_payments_receipt_id FOREIGN KEY (receipt_id) REFERENCES public.payments_receipt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_sighting
    ADD CONSTRAINT payments_sighting_account_id_341ccd20_fk_payments_ FOREIGN KEY (account_id) REFERENCES public.payments_bankaccount(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_sighting
    ADD CONSTRAINT payments_sighting_receipt_id_b1a8b331_fk_payments_receipt_id FOREIGN KEY (receipt_id) REFERENCES public.payments_receipt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_statement
    ADD CONSTRAINT payments_statement_account_id_7c12832e_fk_payments_ FOREIGN KEY (account_id) REFERENCES public.payments_bankaccount(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_statement
    ADD CONSTRAINT payments_statement_uploaded_by_id_493b54f2_fk_accounts_user_id FOREIGN KEY (uploaded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_vnpayattempt
    ADD CONSTRAINT payments_vnpayattemp_payment_id_4266192b_fk_payments_ FOREIGN KEY (payment_id) REFERENCES public.payments_payment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_vnpayattempt
    ADD CONSTRAINT payments_vnpayattemp_receipt_id_707659bb_fk_payments_ FOREIGN KEY (receipt_id) REFERENCES public.payments_receipt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.producers_membership
    ADD CONSTRAINT producers_membership_producer_id_8e001e73_fk_producers FOREIGN KEY (producer_id) REFERENCES public.producers_producer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.producers_membership
    ADD CONSTRAINT producers_membership_user_id_97bc74a3_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.producers_producer
    ADD CONSTRAINT producers_producer_unit_id_48042bdc_fk_geography_adminunit_id FOREIGN KEY (unit_id) REFERENCES public.geography_adminunit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.questions_answer
    ADD CONSTRAINT questions_answer_by_id_6e4c1da3_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.questions_answer
    ADD CONSTRAINT questions_answer_question_id_45884d67_fk_questions_question_id FOREIGN KEY (question_id) REFERENCES public.questions_question(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.questions_question
    ADD CONSTRAINT questions_question_judged_by_id_0e8bccdc_fk_accounts_user_id FOREIGN KEY (judged_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.questions_question
    ADD CONSTRAINT questions_question_product_id_906cb31b_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reviews_productreview
    ADD CONSTRAINT reviews_productrevie_product_id_52e52a32_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reviews_productreview
    ADD CONSTRAINT reviews_productreview_user_id_8acb5ddd_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reviews_vote
    ADD CONSTRAINT reviews_vote_review_id_371b2d8d_fk_reviews_productreview_id FOREIGN KEY (review_id) REFERENCES public.reviews_productreview(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reviews_vote
    ADD CONSTRAINT reviews_vote_user_id_5fb87b53_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.salespoints_recallnotice
    ADD CONSTRAINT salespoints_recallno_certificate_id_4828d381_fk_certifica FOREIGN KEY (certificate_id) REFERENCES public.certification_certificate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.salespoints_recallnotice
    ADD CONSTRAINT salespoints_recallno_confirmed_by_id_5a82c62e_fk_accounts_ FOREIGN KEY (confirmed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.salespoints_recallnotice
    ADD CONSTRAINT salespoints_recallno_recall_id_11ff367d_fk_traceabil FOREIGN KEY (recall_id) REFERENCES public.traceability_recall(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.salespoints_recallnotice
    ADD CONSTRAINT salespoints_recallno_sales_point_id_d5f749e2_fk_salespoin FOREIGN KEY (sales_point_id) REFERENCES public.salespoints_salespoint(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.salespoints_salespointmembership
    ADD CONSTRAINT salespoints_salespoi_sales_point_id_ebf67d35_fk_salespoin FOREIGN KEY (sales_point_id) REFERENCES public.salespoints_salespoint(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.salespoints_salespoint
    ADD CONSTRAINT salespoints_salespoi_unit_id_27267e19_fk_geography FOREIGN KEY (unit_id) REFERENCES public.geography_adminunit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.salespoints_salespointmembership
    ADD CONSTRAINT salespoints_salespoi_user_id_10cd0c76_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipping_deliveryzone
    ADD CONSTRAINT shipping_deliveryzone_seller_id_1c4b4349_fk_partner_partner_id FOREIGN KEY (seller_id) REFERENCES public.partner_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipping_orderanditemcharges_countries
    ADD CONSTRAINT shipping_orderandite_country_id_30387f2e_fk_address_c FOREIGN KEY (country_id) REFERENCES public.address_country(iso_3166_1_a2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipping_orderanditemcharges_countries
    ADD CONSTRAINT shipping_orderandite_orderanditemcharges__bf5bfee9_fk_shipping_ FOREIGN KEY (orderanditemcharges_id) REFERENCES public.shipping_orderanditemcharges(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipping_packedweight
    ADD CONSTRAINT shipping_packedweigh_stockrecord_id_d19e628c_fk_partner_s FOREIGN KEY (stockrecord_id) REFERENCES public.partner_stockrecord(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipping_pickupoffer
    ADD CONSTRAINT shipping_pickupoffer_accepted_by_id_2a5b4655_fk_accounts_ FOREIGN KEY (accepted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipping_pickupoffer
    ADD CONSTRAINT shipping_pickupoffer_sales_point_id_23a5dfcf_fk_salespoin FOREIGN KEY (sales_point_id) REFERENCES public.salespoints_salespoint(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipping_pickupoffer
    ADD CONSTRAINT shipping_pickupoffer_seller_id_43ca297d_fk_partner_partner_id FOREIGN KEY (seller_id) REFERENCES public.partner_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipping_shipment
    ADD CONSTRAINT shipping_shipment_parcel_id_df19bd0e_fk_order_parcel_id FOREIGN KEY (parcel_id) REFERENCES public.order_parcel(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipping_trackingevent
    ADD CONSTRAINT shipping_trackingeve_shipment_id_c26f8c2d_fk_shipping_ FOREIGN KEY (shipment_id) REFERENCES public.shipping_shipment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipping_weightband
    ADD CONSTRAINT shipping_weightband_method_id_b699a1ba_fk_shipping_ FOREIGN KEY (method_id) REFERENCES public.shipping_weightbased(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipping_weightbased_countries
    ADD CONSTRAINT shipping_weightbased_country_id_06117384_fk_address_c FOREIGN KEY (country_id) REFERENCES public.address_country(iso_3166_1_a2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipping_weightbased_countries
    ADD CONSTRAINT shipping_weightbased_weightbased_id_93e3132f_fk_shipping_ FOREIGN KEY (weightbased_id) REFERENCES public.shipping_weightbased(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_content_type_id_9957a03c_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_tag_id_f4f5b767_fk_taggit_tag_id FOREIGN KEY (tag_id) REFERENCES public.taggit_tag(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.tax_deliveryvat
    ADD CONSTRAINT tax_deliveryvat_parcel_id_85313920_fk_order_parcel_id FOREIGN KEY (parcel_id) REFERENCES public.order_parcel(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.tax_invoicerequest
    ADD CONSTRAINT tax_invoicerequest_order_id_4b134ed9_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.tax_linevat
    ADD CONSTRAINT tax_linevat_line_id_49fbb20c_fk_order_line_id FOREIGN KEY (line_id) REFERENCES public.order_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.tax_offervat
    ADD CONSTRAINT tax_offervat_set_by_id_0b83143a_fk_accounts_user_id FOREIGN KEY (set_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.tax_offervat
    ADD CONSTRAINT tax_offervat_stock_record_id_d32b382a_fk_partner_stockrecord_id FOREIGN KEY (stock_record_id) REFERENCES public.partner_stockrecord(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.tax_sellertax
    ADD CONSTRAINT tax_sellertax_partner_id_b7a24e1b_fk_partner_partner_id FOREIGN KEY (partner_id) REFERENCES public.partner_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.tax_sellertax
    ADD CONSTRAINT tax_sellertax_set_by_id_f38e472b_fk_accounts_user_id FOREIGN KEY (set_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_capturedevent
    ADD CONSTRAINT traceability_capture_job_id_e1573a85_fk_traceabil FOREIGN KEY (job_id) REFERENCES public.traceability_capturejob(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_capturejob
    ADD CONSTRAINT traceability_capture_key_id_9eaaaf40_fk_traceabil FOREIGN KEY (key_id) REFERENCES public.traceability_capturekey(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_capturekey
    ADD CONSTRAINT traceability_capture_producer_id_778de177_fk_producers FOREIGN KEY (producer_id) REFERENCES public.producers_producer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_capturedevent
    ADD CONSTRAINT traceability_capture_producer_id_a3ac5661_fk_producers FOREIGN KEY (producer_id) REFERENCES public.producers_producer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_clonealert
    ADD CONSTRAINT traceability_cloneal_stamp_id_35b26b59_fk_traceabil FOREIGN KEY (stamp_id) REFERENCES public.traceability_stamp(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_clonealert
    ADD CONSTRAINT traceability_clonealert_officer_id_c0ea852b_fk_accounts_user_id FOREIGN KEY (officer_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_event
    ADD CONSTRAINT traceability_event_corrects_id_293b8002_fk_traceabil FOREIGN KEY (corrects_id) REFERENCES public.traceability_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_event
    ADD CONSTRAINT traceability_event_evidence_id_279a4724_fk_media_evidence_id FOREIGN KEY (evidence_id) REFERENCES public.media_evidence(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_event
    ADD CONSTRAINT traceability_event_lot_id_d8a54568_fk_traceability_lot_id FOREIGN KEY (lot_id) REFERENCES public.traceability_lot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_event
    ADD CONSTRAINT traceability_event_photo_id_645b1f9b_fk_media_evidence_id FOREIGN KEY (photo_id) REFERENCES public.media_evidence(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_event
    ADD CONSTRAINT traceability_event_place_id_62b180f9_fk_traceability_place_id FOREIGN KEY (place_id) REFERENCES public.traceability_place(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_event
    ADD CONSTRAINT traceability_event_recorded_by_id_fe36d1f1_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_lot
    ADD CONSTRAINT traceability_lot_created_by_id_2274fc69_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_lot
    ADD CONSTRAINT traceability_lot_product_id_43f1eb84_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_lotinput
    ADD CONSTRAINT traceability_lotinpu_place_id_40c2d42b_fk_traceabil FOREIGN KEY (place_id) REFERENCES public.traceability_place(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_lotinput
    ADD CONSTRAINT traceability_lotinpu_source_lot_id_2d5562b9_fk_traceabil FOREIGN KEY (source_lot_id) REFERENCES public.traceability_lot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_lotinput
    ADD CONSTRAINT traceability_lotinput_lot_id_80f27917_fk_traceability_lot_id FOREIGN KEY (lot_id) REFERENCES public.traceability_lot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_place
    ADD CONSTRAINT traceability_place_producer_id_fe80d792_fk_producers FOREIGN KEY (producer_id) REFERENCES public.producers_producer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_place
    ADD CONSTRAINT traceability_place_unit_id_531df9ff_fk_geography_adminunit_id FOREIGN KEY (unit_id) REFERENCES public.geography_adminunit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_portaldelivery
    ADD CONSTRAINT traceability_portald_product_id_c4cc04da_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_printrun
    ADD CONSTRAINT traceability_printru_batch_id_17ae9cd4_fk_traceabil FOREIGN KEY (batch_id) REFERENCES public.traceability_stampbatch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_printrun
    ADD CONSTRAINT traceability_printru_created_by_id_b70ca55e_fk_accounts_ FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_productgtin
    ADD CONSTRAINT traceability_product_product_id_15b62b7f_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_recall
    ADD CONSTRAINT traceability_recall_batch_id_aa7496cd_fk_traceabil FOREIGN KEY (batch_id) REFERENCES public.traceability_stampbatch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_recall
    ADD CONSTRAINT traceability_recall_certificate_id_6c581f43_fk_certifica FOREIGN KEY (certificate_id) REFERENCES public.certification_certificate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_recall
    ADD CONSTRAINT traceability_recall_declared_by_id_33bbbe0b_fk_accounts_user_id FOREIGN KEY (declared_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_recall
    ADD CONSTRAINT traceability_recall_lot_id_0b006f49_fk_traceability_lot_id FOREIGN KEY (lot_id) REFERENCES public.traceability_lot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_recallend
    ADD CONSTRAINT traceability_recalle_answered_by_id_3fbe7bfd_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_recallend
    ADD CONSTRAINT traceability_recalle_recall_id_e32dfc1e_fk_traceabil FOREIGN KEY (recall_id) REFERENCES public.traceability_recall(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_recallend
    ADD CONSTRAINT traceability_recallend_asked_by_id_415342e3_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_scan
    ADD CONSTRAINT traceability_scan_stamp_id_da7bb603_fk_traceability_stamp_id FOREIGN KEY (stamp_id) REFERENCES public.traceability_stamp(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_scansummary
    ADD CONSTRAINT traceability_scansum_stamp_id_cce4bac8_fk_traceabil FOREIGN KEY (stamp_id) REFERENCES public.traceability_stamp(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_stamp
    ADD CONSTRAINT traceability_stamp_batch_id_d589ebbd_fk_traceabil FOREIGN KEY (batch_id) REFERENCES public.traceability_stampbatch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_stamp
    ADD CONSTRAINT traceability_stamp_product_id_2bf798a2_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_stampbatch
    ADD CONSTRAINT traceability_stampba_certificate_id_a7132d55_fk_certifica FOREIGN KEY (certificate_id) REFERENCES public.certification_certificate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_stampbatch
    ADD CONSTRAINT traceability_stampba_created_by_id_9da0a8ca_fk_accounts_ FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_stampbatch
    ADD CONSTRAINT traceability_stampba_key_id_77492f3f_fk_traceabil FOREIGN KEY (key_id) REFERENCES public.traceability_signingkey(number) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_stampbatch
    ADD CONSTRAINT traceability_stampba_product_id_2f9a10b9_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_stampbatch
    ADD CONSTRAINT traceability_stampbatch_lot_id_98260429_fk_traceability_lot_id FOREIGN KEY (lot_id) REFERENCES public.traceability_lot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_suspicionreport
    ADD CONSTRAINT traceability_suspici_inspector_id_ec36f061_fk_accounts_ FOREIGN KEY (inspector_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_suspicionreport
    ADD CONSTRAINT traceability_suspici_photo_id_ae7996d8_fk_media_evi FOREIGN KEY (photo_id) REFERENCES public.media_evidence(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_suspicionreport
    ADD CONSTRAINT traceability_suspici_stamp_id_2ffd8ff4_fk_traceabil FOREIGN KEY (stamp_id) REFERENCES public.traceability_stamp(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.voucher_voucher_offers
    ADD CONSTRAINT voucher_voucher_offe_conditionaloffer_id_f9682bfb_fk_offer_con FOREIGN KEY (conditionaloffer_id) REFERENCES public.offer_conditionaloffer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.voucher_voucher_offers
    ADD CONSTRAINT voucher_voucher_offe_voucher_id_7f9c575d_fk_voucher_v FOREIGN KEY (voucher_id) REFERENCES public.voucher_voucher(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.voucher_voucher
    ADD CONSTRAINT voucher_voucher_voucher_set_id_17b96a54_fk_voucher_v FOREIGN KEY (voucher_set_id) REFERENCES public.voucher_voucherset(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.voucher_voucherapplication
    ADD CONSTRAINT voucher_voucherappli_voucher_id_5204edb7_fk_voucher_v FOREIGN KEY (voucher_id) REFERENCES public.voucher_voucher(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.voucher_voucherapplication
    ADD CONSTRAINT voucher_voucherapplication_order_id_30248a05_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.voucher_voucherapplication
    ADD CONSTRAINT voucher_voucherapplication_user_id_df53a393_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vouchers_share
    ADD CONSTRAINT vouchers_share_discount_id_8199ba1d_fk_order_orderdiscount_id FOREIGN KEY (discount_id) REFERENCES public.order_orderdiscount(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vouchers_share
    ADD CONSTRAINT vouchers_share_parcel_id_ef1f9aa2_fk_order_parcel_id FOREIGN KEY (parcel_id) REFERENCES public.order_parcel(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vouchers_share
    ADD CONSTRAINT vouchers_share_voucher_id_5f0872c1_fk_voucher_voucher_id FOREIGN KEY (voucher_id) REFERENCES public.voucher_voucher(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vouchers_terms
    ADD CONSTRAINT vouchers_terms_created_by_id_14417335_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vouchers_terms
    ADD CONSTRAINT vouchers_terms_fair_id_b05a87a1_fk_cms_fairpage_page_ptr_id FOREIGN KEY (fair_id) REFERENCES public.cms_fairpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vouchers_terms
    ADD CONSTRAINT vouchers_terms_offer_id_fe4281a5_fk_offer_conditionaloffer_id FOREIGN KEY (offer_id) REFERENCES public.offer_conditionaloffer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vouchers_terms
    ADD CONSTRAINT vouchers_terms_seller_id_6cceb7c1_fk_partner_partner_id FOREIGN KEY (seller_id) REFERENCES public.partner_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vouchers_terms
    ADD CONSTRAINT vouchers_terms_voucher_id_9a094f15_fk_voucher_voucher_id FOREIGN KEY (voucher_id) REFERENCES public.voucher_voucher(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editing_content_type_id_4df7730e_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editing_user_id_6e1a9b70_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formsta_content_type_id_e32438b3_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formstate_user_id_b910adc2_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_user_id_49b1141b_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction
    ADD CONSTRAINT wagtailcore_collecti_collection_id_761908ec_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collecti_collectionviewrestri_47320efd_fk_wagtailco FOREIGN KEY (collectionviewrestriction_id) REFERENCES public.wagtailcore_collectionviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collecti_group_id_1823f2a3_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_page_id_108444b5_fk_wagtailcore_page_id FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_resolved_by_id_a282aa0e_fk_accounts_user_id FOREIGN KEY (resolved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_revision_created_id_1d058279_fk_wagtailco FOREIGN KEY (revision_created_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_user_id_0c577ca6_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentr_comment_id_afc7e027_fk_wagtailco FOREIGN KEY (comment_id) REFERENCES public.wagtailcore_comment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentreply_user_id_d0b3b9c3_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapp_group_id_2e64b61f_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapp_groupapprovaltask_id_9a9255ea_fk_wagtailco FOREIGN KEY (groupapprovaltask_id) REFERENCES public.wagtailcore_groupapprovaltask(task_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask
    ADD CONSTRAINT wagtailcore_groupapp_task_ptr_id_cfe58781_fk_wagtailco FOREIGN KEY (task_ptr_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_collection_id_5423575a_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_group_id_05d61460_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_permission_id_1b626275_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_group_id_fc07e671_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_page_id_710b114a_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_permission_id_05acb22e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_group_id_e5cdbee4_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_permission_id_459b1f38_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_site_id_245de488_fk_wagtailco FOREIGN KEY (site_id) REFERENCES public.wagtailcore_site(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_modellogentry
    ADD CONSTRAINT wagtailcore_modellog_content_type_id_68849e77_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_alias_of_id_12945502_fk_wagtailcore_page_id FOREIGN KEY (alias_of_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_content_type_id_c28424df_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_latest_revision_id_e60fef51_fk_wagtailco FOREIGN KEY (latest_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_live_revision_id_930bd822_fk_wagtailco FOREIGN KEY (live_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_locale_id_3c7e30a6_fk_wagtailcore_locale_id FOREIGN KEY (locale_id) REFERENCES public.wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_locked_by_id_bcb86245_fk_accounts_user_id FOREIGN KEY (locked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_owner_id_fbf7c332_fk_accounts_user_id FOREIGN KEY (owner_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagelogentry
    ADD CONSTRAINT wagtailcore_pageloge_content_type_id_74e7708a_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_pagerevision_user_id_2409d2f4_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubs_page_id_a085e7a6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubs_user_id_89d7def9_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageview_group_id_6460f223_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction
    ADD CONSTRAINT wagtailcore_pageview_page_id_15a8bea6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageview_pageviewrestriction__f147a99a_fk_wagtailco FOREIGN KEY (pageviewrestriction_id) REFERENCES public.wagtailcore_pageviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_base_content_type_id_313cf40f_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_content_type_id_766e0336_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_to_content_type_id_93690bbd_fk_django_co FOREIGN KEY (to_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_revision_base_content_type_id_5b4ef7bd_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_revision_content_type_id_c8cb69c0_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_root_page_id_e02fb95c_fk_wagtailcore_page_id FOREIGN KEY (root_page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_task
    ADD CONSTRAINT wagtailcore_task_content_type_id_249ab8ba_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_content_type_id_0a758fdc_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_finished_by_id_13f98229_fk_accounts_ FOREIGN KEY (finished_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_revision_id_df25a499_fk_wagtailco FOREIGN KEY (revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_workflow_state_id_9239a775_fk_wagtailco FOREIGN KEY (workflow_state_id) REFERENCES public.wagtailcore_workflowstate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_task_id_c3677c34_fk_wagtailcore_task_id FOREIGN KEY (task_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploaded_for_content_type_id_b0fc87b2_fk_django_co FOREIGN KEY (for_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploaded_uploaded_by_user_id_c7580fe8_fk_accounts_ FOREIGN KEY (uploaded_by_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_base_content_type_id_a30dc576_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_content_type_id_2bb78ce1_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflow_content_type_id_b261bb37_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_current_task_state_i_3a1a0632_fk_wagtailco FOREIGN KEY (current_task_state_id) REFERENCES public.wagtailcore_taskstate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflow_page_id_81e7bab6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_requested_by_id_4090bca3_fk_accounts_ FOREIGN KEY (requested_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflow_task_id_ce7716fe_fk_wagtailco FOREIGN KEY (task_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_1f18378f_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_56f56ff6_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_9aad7cd2_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_b9717175_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_collection_id_23881625_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_uploaded_by_user_id_17258b41_fk_accounts_ FOREIGN KEY (uploaded_by_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailforms_formsubmission
    ADD CONSTRAINT wagtailforms_formsub_page_id_e48e93e7_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_collection_id_c2f8af7e_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_uploaded_by_user_id_5d73dc75_fk_accounts_ FOREIGN KEY (uploaded_by_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendit_image_id_3e1fd774_fk_wagtailim FOREIGN KEY (image_id) REFERENCES public.wagtailimages_image(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_red_redirect_page_id_b5728a8f_fk_wagtailco FOREIGN KEY (redirect_page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_red_site_id_780a0e1e_fk_wagtailco FOREIGN KEY (site_id) REFERENCES public.wagtailcore_site(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexe_content_type_id_62ed694f_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_user_id_59c92331_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wishlists_line
    ADD CONSTRAINT wishlists_line_product_id_9d6d9b37_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wishlists_line
    ADD CONSTRAINT wishlists_line_wishlist_id_4cffe302_fk_wishlists_wishlist_id FOREIGN KEY (wishlist_id) REFERENCES public.wishlists_wishlist(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wishlists_wishlist
    ADD CONSTRAINT wishlists_wishlist_owner_id_d5464c62_fk_accounts_user_id FOREIGN KEY (owner_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wishlists_wishlistsharedemail
    ADD CONSTRAINT wishlists_wishlistsh_wishlist_id_d7500842_fk_wishlists FOREIGN KEY (wishlist_id) REFERENCES public.wishlists_wishlist(id) DEFERRABLE INITIALLY DEFERRED;
REFRESH MATERIALIZED VIEW public.catalogue_product_category_hierarchy;
INSERT INTO public.django_migrations (app, name, applied) VALUES ('account', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('account', '0002_email_max_length', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('account', '0003_alter_emailaddress_create_unique_verified_email', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('account', '0004_alter_emailaddress_drop_unique_email', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('account', '0005_emailaddress_idx_upper_email', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('account', '0006_emailaddress_lower', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('account', '0007_emailaddress_idx_email', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('account', '0008_emailaddress_unique_primary_email_fixup', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('account', '0009_emailaddress_unique_primary_email', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('accounts', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('accounts', '0002_language', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('address', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('address', '0002_auto_20150927_1547', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('address', '0002_usual_address', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('address', '0003_auto_20150927_1551', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('address', '0004_auto_20170226_1122', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('address', '0005_regenerate_user_address_hashes', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('address', '0006_auto_20181115_1953', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('address', '0007_useraddress_code', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('admin', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('admin', '0002_logentry_remove_auto_add', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('admin', '0003_logentry_add_action_flag_choices', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('analytics', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('analytics', '0002_auto_20140827_1705', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('analytics', '0003_auto_20200801_0817', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0002_alter_permission_name_max_length', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0003_alter_user_email_max_length', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0004_alter_user_username_opts', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0005_alter_user_last_login_null', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0006_require_contenttypes_0002', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0007_alter_validators_add_error_messages', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0008_alter_user_username_max_length', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0009_alter_user_last_name_max_length', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0010_alter_group_name_max_length', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0011_update_proxy_permissions', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0012_alter_user_first_name_max_length', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('basket', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('basket', '0002_vouchers', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('buyer_reviews', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('caching', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('caching', '0002_units', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('catalogue', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('catalogue', '0002_listing_changes', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('catalogue', '0013_auto_20170821_1548', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('catalogue', '0027_attributeoption_code_attributeoptiongroup_code_and_more', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('certification', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('claims', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('cms', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('cms', '0002_fair_products', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('communication', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('communication', '0002_reset_table_names', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('communication', '0003_remove_notification_category_make_code_uppercase', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('communication', '0004_auto_20200801_0817', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('complaints', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('contenttypes', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('contenttypes', '0002_remove_content_type_name', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('customer', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('customer', '0002_auto_20150807_1725', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('customer', '0003_update_email_length', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('customer', '0004_email_save', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('customer', '0005_auto_20181115_1953', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('customer', '0006_auto_20190430_1736', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('customer', '0007_auto_20200801_0817', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('customer', '0008_assign_permissions_to_staff', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0002_alter_dbtaskresult_options', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0003_dbtaskresult_enqueued_at_dbtaskresult_finished_at', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0004_dbtaskresult_started_at', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0005_alter_dbtaskresult_priority_and_more', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0006_alter_dbtaskresult_args_kwargs_and_more', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0007_add_separate_results_fields', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0008_separate_results_field', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0009_remove_results_field', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0010_alter_dbtaskresult_status', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0011_rename_complete_status', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0012_add_separate_exception_fields', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0013_separate_exception_fields', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0014_remove_dbtaskresult_exception_data', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0015_correctly_order_run_after', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0016_remove_dbtaskresult_django_task_new_ordering_idx_and_more', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0017_dbtaskresult_metadata', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0018_rename_succeeded_status', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0019_rename_django_task_new_ordering_idx_tasks_db_new_ordering_idx_and_more', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0020_update_db_task_result_ordering', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('django_tasks_database', '0021_conditional_partial_index_ordering', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('flatpages', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('geography', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('idempotency', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('mail', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('media', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('mfa', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('mfa', '0002_authenticator_timestamps', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('mfa', '0003_authenticator_type_uniq', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('notifications', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('offer', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('offer', '0002_auto_20151210_1053', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('offer', '0003_auto_20161120_1707', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('offer', '0004_auto_20170415_1518', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('offer', '0005_auto_20170423_1217', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('offer', '0006_auto_20170504_0616', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('offer', '0007_conditionaloffer_exclusive', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('offer', '0008_auto_20181115_1953', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('offer', '0009_auto_20200801_0817', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('offer', '0010_conditionaloffer_combinations', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('offer', '0011_rangeproductfileupload_included', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('offer', '0012_fixedunitdiscountbenefit_alter_benefit_type', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('offer', '0013_range_excluded_categories', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('order', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('order', '0002_parcels', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('order', '0003_net_content', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('order', '0004_unpaid', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('order', '0005_messages', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('order', '0006_refunded_units', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('order', '0007_languages', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('order', '0008_auto_20190301_1035', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('order', '0008_pickup', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('partner', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('partner', '0002_stock_holds', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('partner', '0003_allocations', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('partner', '0004_net_content', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('partner', '0005_history_of_sellers', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('partner', '0006_checkout_holds', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('partner', '0007_offer_sheets', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('partner', '0008_stopped_offers', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('payment', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('payment', '0002_auto_20141007_2032', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('payment', '0003_auto_20160323_1520', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('payment', '0004_auto_20181115_1953', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('payment', '0005_auto_20200801_0817', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('payments', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('payments', '0002_payment_methods', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('payments', '0003_accounts_of_sellers', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('pghistory', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('pghistory', '0002_aggregateevent', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('pghistory', '0003_auto_20201023_1636', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('pghistory', '0004_auto_20220906_1625', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('pghistory', '0005_events_middlewareevents', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('pghistory', '0006_delete_aggregateevent', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('pghistory', '0007_auto_20250421_0444', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('producers', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('questions', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('reviews', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('reviews', '0002_update_email_length', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('reviews', '0003_auto_20160802_1358', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('reviews', '0004_auto_20170429_0941', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('reviews', '0005_productreview_code', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('salespoints', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('search', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('search', '0002_photos', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('search', '0003_recalls', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('search', '0004_stock', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('search_usage', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('sessions', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('shipping', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('shipping', '0002_zones', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('shipping', '0003_carriers', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('sites', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('sites', '0002_alter_domain_unique', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('taggit', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('taggit', '0002_auto_20150616_2121', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('taggit', '0003_taggeditem_add_unique_index', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('taggit', '0004_alter_taggeditem_content_type_alter_taggeditem_tag', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('taggit', '0005_auto_20220424_2025', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('tax', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('traceability', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('voucher', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('voucher', '0002_auto_20170418_2132', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('voucher', '0003_auto_20171212_0411', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('voucher', '0004_auto_20180228_0940', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('voucher', '0005_auto_20180402_1425', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('voucher', '0006_auto_20180413_0911', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('voucher', '0007_auto_20181115_1953', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('voucher', '0008_auto_20200801_0817', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('voucher', '0009_make_voucher_names_unique', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('voucher', '0010_auto_20210224_0712', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('vouchers', '0001_vouchers', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailadmin', '0001_create_admin_access_permissions', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailadmin', '0002_admin', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailadmin', '0003_admin_managed', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailadmin', '0004_editingsession', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailadmin', '0005_editingsession_is_editing', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailadmin', '0006_formstate', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0001_squashed_0016_change_page_url_path_to_text_field', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0002_initial_data', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0003_add_uniqueness_constraint_on_group_page_permission', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0004_page_locked', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0005_add_page_lock_permission_to_moderators', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0006_add_lock_page_permission', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0007_page_latest_revision_created_at', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0008_populate_latest_revision_created_at', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0009_remove_auto_now_add_from_pagerevision_created_at', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0010_change_page_owner_to_null_on_delete', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0011_page_first_published_at', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0012_extend_page_slug_field', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0013_update_golive_expire_help_text', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0014_add_verbose_name', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0015_add_more_verbose_names', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0016_change_page_url_path_to_text_field', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0017_change_edit_page_permission_description', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0018_pagerevision_submitted_for_moderation_index', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0019_verbose_names_cleanup', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0020_add_index_on_page_first_published_at', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0021_capitalizeverbose', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0022_add_site_name', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0023_alter_page_revision_on_delete_behaviour', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0024_alter_page_content_type_on_delete_behaviour', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0024_collection', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0025_collection_initial_data', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0026_group_collection_permission', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0027_fix_collection_path_collation', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0028_merge', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0029_unicode_slugfield_dj19', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0030_index_on_pagerevision_created_at', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0031_add_page_view_restriction_types', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0032_add_bulk_delete_page_permission', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0033_remove_golive_expiry_help_text', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0034_page_live_revision', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0035_page_last_published_at', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0036_populate_page_last_published_at', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0037_set_page_owner_editable', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0038_make_first_published_at_editable', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0039_collectionviewrestriction', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0040_page_draft_title', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0041_group_collection_permissions_verbose_name_plural', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0042_index_on_pagerevision_approved_go_live_at', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0043_lock_fields', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0044_add_unlock_grouppagepermission', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0045_assign_unlock_grouppagepermission', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0046_site_name_remove_null', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0047_add_workflow_models', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0048_add_default_workflows', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0049_taskstate_finished_by', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0050_workflow_rejected_to_needs_changes', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0051_taskstate_comment', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0052_pagelogentry', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0053_locale_model', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0054_initial_locale', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0055_page_locale_fields', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0056_page_locale_fields_populate', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0057_page_locale_fields_notnull', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0058_page_alias_of', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0059_apply_collection_ordering', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0060_fix_workflow_unique_constraint', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0061_change_promote_tab_helpt_text_and_verbose_names', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0062_comment_models_and_pagesubscription', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0063_modellogentry', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0064_log_timestamp_indexes', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0065_log_entry_uuid', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0066_collection_management_permissions', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0067_alter_pagerevision_content_json', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0068_log_entry_empty_object', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0069_log_entry_jsonfield', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0070_rename_pagerevision_revision', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0071_populate_revision_content_type', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0072_alter_revision_content_type_notnull', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0073_page_latest_revision', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0074_revision_object_str', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0075_populate_latest_revision_and_revision_object_str', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0076_modellogentry_revision', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0077_alter_revision_user', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0078_referenceindex', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0079_rename_taskstate_page_revision', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0080_generic_workflowstate', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0081_populate_workflowstate_content_type', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0082_alter_workflowstate_content_type_notnull', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0083_workflowcontenttype', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0084_add_default_page_permissions', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0085_add_grouppagepermission_permission', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0086_populate_grouppagepermission_permission', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0087_alter_grouppagepermission_unique_together_and_more', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0088_fix_log_entry_json_timestamps', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0089_log_entry_data_json_null_to_object', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0090_remove_grouppagepermission_permission_type', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0091_remove_revision_submitted_for_moderation', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0092_alter_collectionviewrestriction_password_and_more', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0093_uploadedfile', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0094_alter_page_locale', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0095_groupsitepermission', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0096_referenceindex_referenceindex_source_object_and_more', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailcore', '0098_apitoken', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtaildocs', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtaildocs', '0002_initial_data', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtaildocs', '0003_add_verbose_names', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtaildocs', '0004_capitalizeverbose', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtaildocs', '0005_alter_uploaded_by_user_on_delete_action', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtaildocs', '0005_document_collection', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtaildocs', '0006_copy_document_permissions_to_collections', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtaildocs', '0007_merge', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtaildocs', '0008_document_file_size', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtaildocs', '0009_document_verbose_name_plural', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtaildocs', '0010_document_file_hash', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtaildocs', '0011_add_choose_permissions', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtaildocs', '0012_uploadeddocument', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtaildocs', '0013_delete_uploadeddocument', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtaildocs', '0014_alter_document_file_size', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailembeds', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailembeds', '0002_add_verbose_names', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailembeds', '0003_capitalizeverbose', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailembeds', '0004_embed_verbose_name_plural', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailembeds', '0005_specify_thumbnail_url_max_length', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailembeds', '0006_add_embed_hash', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailembeds', '0007_populate_hash', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailembeds', '0008_allow_long_urls', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailembeds', '0009_embed_cache_until', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailforms', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailforms', '0002_add_verbose_names', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailforms', '0003_capitalizeverbose', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailforms', '0004_add_verbose_name_plural', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailforms', '0005_alter_formsubmission_form_data', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0001_squashed_0021', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0002_initial_data', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0003_fix_focal_point_fields', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0004_make_focal_point_key_not_nullable', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0005_make_filter_spec_unique', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0006_add_verbose_names', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0007_image_file_size', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0008_image_created_at_index', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0009_capitalizeverbose', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0010_change_on_delete_behaviour', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0011_image_collection', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0012_copy_image_permissions_to_collections', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0013_make_rendition_upload_callable', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0014_add_filter_spec_field', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0015_fill_filter_spec_field', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0016_deprecate_rendition_filter_relation', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0017_reduce_focal_point_key_max_length', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0018_remove_rendition_filter', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0019_delete_filter', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0020_add-verbose-name', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0021_image_file_hash', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0022_uploadedimage', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0023_add_choose_permissions', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0024_index_image_file_hash', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0025_alter_image_file_alter_rendition_file', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0026_delete_uploadedimage', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailimages', '0027_image_description', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailredirects', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailredirects', '0002_add_verbose_names', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailredirects', '0003_make_site_field_editable', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailredirects', '0004_set_unique_on_path_and_site', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailredirects', '0005_capitalizeverbose', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailredirects', '0006_redirect_increase_max_length', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailredirects', '0007_add_autocreate_fields', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailredirects', '0008_add_verbose_name_plural', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailsearch', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailsearch', '0002_add_verbose_names', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailsearch', '0003_remove_editors_pick', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailsearch', '0004_querydailyhits_verbose_name_plural', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailsearch', '0005_create_indexentry', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailsearch', '0006_customise_indexentry', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailsearch', '0007_delete_editorspick', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailsearch', '0008_remove_query_and_querydailyhits_models', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailsearch', '0009_remove_ngram_autocomplete', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailsearch', '0010_add_text_fields', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailusers', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailusers', '0002_add_verbose_name_on_userprofile', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailusers', '0003_add_verbose_names', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailusers', '0004_capitalizeverbose', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailusers', '0005_make_related_name_wagtail_specific', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailusers', '0006_userprofile_prefered_language', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailusers', '0007_userprofile_current_time_zone', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailusers', '0008_userprofile_avatar', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailusers', '0009_userprofile_verbose_name_plural', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailusers', '0010_userprofile_updated_comments_notifications', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailusers', '0011_userprofile_dismissibles', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailusers', '0012_userprofile_theme', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailusers', '0013_userprofile_density', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailusers', '0014_userprofile_contrast', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wagtailusers', '0015_userprofile_keyboard_shortcuts', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wishlists', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wishlists', '0002_auto_20160111_1108', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wishlists', '0003_auto_20181115_1953', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('wishlists', '0004_auto_20220328_0939', now());
